import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import type { Login } from '../../../src/login/login.js';
import { readSuppliedToken } from '../../../src/oauth/token.js';
import { summarize } from '../../../src/publication/summary.js';
import { jwt, NOW, settingsFrom } from '../../support/fake-ports.js';
import { type FetchedRun, FOLDER, fetchedRun } from '../../support/fetched-run.js';
import { summaryOf, view } from '../../support/summary-view.js';

const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter-2' };
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const SERVER = 'https://chariot.example.com';

/** A run without a token: the client certificate is its only credential. */
function withCertificateOnly(run: FetchedRun): FetchedRun {
  return { ...run, session: { ...run.session, login: { kind: 'certificate' } } };
}

/** A run that writes a token_info.json. */
function withTokenFile(run: FetchedRun): FetchedRun {
  const variable = 'DESCARTESLABS_TOKEN_INFO_PATH';
  const tokenInfoFile = { variable, path: `${FOLDER}/token_info.json`, stale: undefined, rivals: [] };
  return { ...run, settings: { ...run.settings, tokenInfoFile } };
}

function titled(title: string, run: FetchedRun): FetchedRun {
  return { ...run, settings: { ...run.settings, platform: { ...run.settings.platform, title } } };
}

describe('The headline of the summary', () => {
  const three = [{ secrets: 'a; b; c' }, { a: 'v-1', b: 'v-2', c: 'v-3' }] as const;

  test.each<[string, FetchedRun]>([
    ['1 Secret from Chariot is ready for the next steps', fetchedRun({ secrets: 'a' }, { a: 'v-1' })],
    ['3 Secrets from Chariot are ready for the next steps', fetchedRun(...three)],
    [
      '2 Secrets from Chariot are ready for the next steps',
      fetchedRun({ secrets: 'a.x\na.y\na | B@file\nc' }, { a: { x: 'v-1', y: 'v-2' }, c: 'v-3' }),
    ],
    [
      'Plan only: 3 Secrets from Chariot checked, nothing exported',
      fetchedRun({ ...three[0], plan: 'true' }, three[1]),
    ],
    ['Plan only: Chariot checked, nothing exported', fetchedRun({ plan: 'true' })],
    ['The token of R&D is ready for the next steps', titled('R&D', fetchedRun())],
    ['Connected to Chariot; no Secrets were requested', withCertificateOnly(fetchedRun())],
  ])('The headline of the summary is "%s"', (headline, run) => {
    expect(view(run).texts('h3')).toEqual([headline]);
  });
});

describe('The sentence about the login', () => {
  const token = jwt({ exp: NOW.getTime() / 1000 + 3600 });
  const inputs = { token_variable: 'CHARIOT_TOKEN' };
  const run = fetchedRun(inputs, {}, { token });
  const login: Login = { kind: 'shared', token: readSuppliedToken(token, NOW) };
  const shared = { ...run, session: { ...run.session, login } };

  test.each<[string, FetchedRun]>([
    [`Logged in to ${SERVER} with the client id. The token is in CHARIOT_TOKEN and expires 2026-11-25 13:00 UTC.`, run],
    [
      `Logged in to ${SERVER} with the client id. The token is not exported and expires 2026-11-25 13:00 UTC.`,
      fetchedRun({ ...inputs, plan: 'true' }, {}, { token }),
    ],
    [
      `Used the supplied token for ${SERVER}, without a login. The token is only in the output bearer_token and its expiry is not known.`,
      fetchedRun({}, {}, { tokenFetched: false }),
    ],
    [
      `Used the token that an earlier step got from ${SERVER}. The token is in CHARIOT_TOKEN and expires 2026-11-25 13:00 UTC.`,
      shared,
    ],
    [
      `Connected to ${SERVER} with the client certificate as the only credential, without a token.`,
      withCertificateOnly(run),
    ],
    [
      `Logged in to ${SERVER} with the client id. The token is in the file of DESCARTESLABS_TOKEN_INFO_PATH and expires 2026-11-25 13:00 UTC.`,
      withTokenFile(fetchedRun({}, {}, { token })),
    ],
    [
      `Logged in to ${SERVER} with the client id. The token is only in the output bearer_token and expires 2026-11-25 13:00 UTC.`,
      withTokenFile(fetchedRun({ export_env: 'false' }, {}, { token })),
    ],
  ])('The sentence about the login is "%s"', (sentence, of) => {
    expect(view(of).paragraphs).toEqual([sentence]);
  });
});

describe('The warnings of the summary', () => {
  test('Secrets that need attention are named above the table, each once, and come first in the table', () => {
    const values = { new: 'v-1', a: { x: 'v-2', y: 'v-3' }, flag: 'true', b: 'v-4' };
    const inputs = { secrets: 'new\na.x\nflag\na.y\nb', rotate_after_days: '90' };
    const changed = { new: daysAgo(12), flag: daysAgo(12), a: daysAgo(91), b: daysAgo(91) };
    const { rows, paragraphs } = summaryOf(inputs, values, { changed });

    expect(paragraphs.slice(1)).toEqual([
      '⚠️ To rotate, unchanged for more than 90 days: a, b',
      '⚠️ Cannot be masked, so the log may show it: flag',
    ]);
    expect(rows.map(([secret, , masking, age]) => [secret, masking, age])).toEqual([
      ['a.x', 'masked', '⚠️ 91 days ago'],
      ['flag', '⚠️ cannot be masked', '12 days ago'],
      ['a.y', 'masked', '⚠️ 91 days ago'],
      ['b', 'masked', '⚠️ 91 days ago'],
      ['new', 'masked', '12 days ago'],
    ]);
  });

  test('A plan with the line `*` names the Secrets to rotate', () => {
    const inputs = { secrets: '*', plan: 'true', rotate_after_days: '90' };
    const changed = { old: daysAgo(91), new: daysAgo(12) };

    expect(summaryOf(inputs, { old: 'v-1', new: 'v-2' }, { changed }).paragraphs).toContain(
      '⚠️ To rotate, unchanged for more than 90 days: old',
    );
  });

  test('A warning names five Secrets and counts the others', () => {
    const names = Array.from({ length: 40 }, (_, index) => `s${index}`);
    const values = Object.fromEntries(names.map((name) => [name, 'v-1']));
    const { texts } = summaryOf({ secrets: 's*', rotate_after_days: '1' }, values, { updatedAt: daysAgo(2) });

    expect(texts('p')[1]).toBe('⚠️ To rotate, unchanged for more than 1 day: s0, s1, s2, s3, s4, and 35 more');
  });

  test.each<[number | undefined, string[]]>([
    [undefined, []],
    [0, []],
    [1, ['1 more Secret of this project is not used by this step.']],
    [3, ['3 more Secrets of this project are not used by this step.']],
  ])('If %s Secrets are named by no line, the summary says %j', (unnamed, expected) => {
    const more = unnamed === undefined ? {} : { unnamed };

    expect(summaryOf({ secrets: 'a' }, { a: 'v-1' }, more).paragraphs.slice(1)).toEqual(expected);
  });
});

describe('The details of the summary', () => {
  const inputs = { secrets: 'ghcr\nghcr.server | HOST\nkey | KEY@file', plain_fields: 'server' };
  const values = { ghcr: LOGIN, key: 'a key' };

  test('The details list the owner, the outputs, the files and the time, folded', () => {
    const { texts, details } = summaryOf(inputs, values);

    expect(texts('summary')).toEqual(['Details']);
    expect(details).toEqual([
      'Secrets of the project p',
      'Outputs that other jobs can use: token_type, HOST',
      'Outputs for this job only, since the runner drops a job output that contains a masked text: bearer_token, ghcr, secrets',
      `Deleted when the job ends: ${FOLDER}`,
      '7 requests in 411 ms',
    ]);
  });

  test('The details of a login without Secrets are short', () => {
    const run = fetchedRun();

    expect(view({ ...run, settings: { ...run.settings, owner: undefined } }).details).toEqual([
      'Outputs that other jobs can use: token_type',
      'Outputs for this job only, since the runner drops a job output that contains a masked text: bearer_token',
      '7 requests in 411 ms',
    ]);
  });

  test('A plan has the same rows and details, except that it creates no file', () => {
    const [plan, real] = [summaryOf({ ...inputs, plan: 'true' }, values), summaryOf(inputs, values)];

    expect(plan.rows).toEqual(real.rows);
    expect(plan.details).toEqual(real.details.filter((item) => !item.startsWith('Deleted')));
    expect([plan.head?.[1], real.head?.[1]]).toEqual(['Would be exported as', 'Exported as']);
  });

  /** The outputs of these Secrets that other jobs can use. */
  const crossing = (...run: Parameters<typeof fetchedRun>) => {
    const label = 'Outputs that other jobs can use: ';
    const item = summaryOf(...run).details.find((text) => text.startsWith(label));
    return item?.slice(label.length).split(', ');
  };

  test.each<[string, Parameters<typeof fetchedRun>, string[]]>([
    [
      'A masked value cannot cross jobs, nor can the output of all values',
      [{ secrets: 'ghcr\nghcr.server | HOST' }, { ghcr: LOGIN }],
      [],
    ],
    [
      'A plain field can cross jobs, but not the value that contains it',
      [{ secrets: 'ghcr\nghcr.server | HOST', plain_fields: 'server' }, { ghcr: LOGIN }],
      ['HOST'],
    ],
    [
      'A plain field of JSON in several lines can cross jobs',
      [
        { secrets: 'ghcr.server | HOST\nghcr.username | NAME', plain_fields: 'server' },
        { ghcr: JSON.stringify(LOGIN, null, 2) },
      ],
      ['HOST'],
    ],
    [
      'Plain fields alone can cross jobs, and so can the output of all values',
      [{ secrets: 'ghcr.server\nghcr.username', plain_fields: 'server, username' }, { ghcr: LOGIN }],
      ['ghcr-server', 'ghcr-username', 'secrets'],
    ],
    [
      'A plain field that another Secret masks cannot cross jobs',
      [
        { secrets: 'ghcr.server\nx', plain_fields: 'server' },
        { ghcr: LOGIN, x: 'ghcr.io' },
      ],
      [],
    ],
    ['A path is not listed, since it leads nowhere in another job', [{ secrets: 'a | @file' }, { a: 'v-1' }], []],
    ['An empty output is not listed', [{ secrets: 'a' }, { a: '' }], ['secrets']],
    ['A value that cannot be masked can cross jobs', [{ secrets: 'a' }, { a: 'true' }], ['a', 'secrets']],
  ])('%s', (_what, run, expected) => {
    expect(crossing(...run)).toEqual(['token_type', ...expected]);
  });

  test('What is known of a token can cross jobs, but not the token', () => {
    expect(crossing({}, {}, { token: jwt({ exp: NOW.getTime() / 1000 + 3600 }) })).toEqual([
      'token_type',
      'expires_in',
      'expires_at',
      'claims',
    ]);
  });
});

test('With `summary: false` there is no summary', () => {
  const run = fetchedRun({ summary: 'false' });

  expect(summarize(run, run.masker)).toBe('');
});

describe('Who logged in', () => {
  const user = { username: 'jane@example.com', password: 'hunter-2' };
  const keycloak = {
    url: 'https://h',
    platform: 'keycloak',
    tenant: 'acme',
    client_id: 'web',
    client_secret: 'hunter-3',
  };

  test.each<[who: string, inputs: Inputs]>([
    ['as the user jane@example.com with the client web', { ...keycloak, ...user }],
    ['with the client web for the scope a b for the audience api', { ...keycloak, scope: 'a b', audience: 'api' }],
    ['', { url: 'https://h', platform: 'keycloak', tenant: 'acme', client_authentication: 'github_oidc' }],
  ])('The sentence about the login says "%s"', (who, inputs) => {
    const run = fetchedRun();
    const { credentials } = settingsFrom(inputs);
    const { paragraphs } = view({ ...run, settings: { ...run.settings, credentials } });

    expect(paragraphs[0]).toContain(`Logged in to ${SERVER}${who === '' ? '' : ` ${who}`}. The token`);
  });

  test('The sentence names the owner of the token that `whoami` returned', () => {
    const run = fetchedRun();
    const session = { ...run.session, user: { id: 'u-1', email: 'jane@example.com' } };

    expect(view({ ...run, session }).paragraphs[0]).toMatch(/ The token belongs to u-1\.$/);
  });

  test.each<[name: string | undefined, end: string]>([
    ['chariot', ' (step chariot)'],
    ['__acme_bearer-login', ''],
    [undefined, ''],
    // In nektos/act, a step without an ID has a number.
    ['0', ''],
  ])('The headline of the step that the runner calls %j ends with "%s"', (stepName, end) => {
    expect(view({ ...fetchedRun(), stepName }).texts('h3')).toEqual([
      `The token of Chariot is ready for the next steps${end}`,
    ]);
  });
});

test('Optional Secrets and fields that are not there are listed', () => {
  const inputs = { secrets: 'ghcr\nghcr.nope? | NOPE\ngone? | @docker\nghcr.server? | HOST' };

  expect(summaryOf(inputs, { ghcr: LOGIN }).paragraphs[1]).toBe(
    'Optional, and not there: ghcr.nope? | NOPE, gone? | @docker',
  );
});

describe('What a later step writes', () => {
  const usage = (
    inputs: Parameters<typeof fetchedRun>[0],
    values: Parameters<typeof fetchedRun>[1],
    stepName = 'login',
  ) => view({ ...fetchedRun({ token_variable: 'CHARIOT_TOKEN', ...inputs }, values), stepName }).usage;
  const AWS = { access_key_id: 'AKIA', secret_access_key: 'hunter-4', endpoint_url: 'https://s3.example.com' };

  test('The usage shows the first of each kind', () => {
    const secrets = 'a; b; key | KEY@file; ghcr | @docker; s3 | @aws; a | A@dotenv; a | B@env-file';

    expect(usage({ secrets }, { a: 'v-1', b: 'v-2', key: 'k', ghcr: LOGIN, s3: AWS })).toEqual([
      'The token: $CHARIOT_TOKEN',
      'A variable: $A',
      'An output: ${{ steps.login.outputs.a }}',
      'The path of a file: $KEY',
      'A variable for AWS: $AWS_ACCESS_KEY_ID',
      'A registry: docker pull REGISTRY/IMAGE',
      'The dotenv file: set -a; source "${{ steps.login.outputs.dotenv }}"',
      'The env file: docker run --env-file "${{ steps.login.outputs.env_file }}" IMAGE',
    ]);
  });

  test('Without variables, the usage shows outputs', () => {
    const inputs = { secrets: 'a; key | KEY@file; ghcr | @docker; s3 | @aws', export_env: 'false' };

    expect(usage(inputs, { a: 'v-1', key: 'k', ghcr: LOGIN, s3: AWS })).toEqual([
      'The token: ${{ steps.login.outputs.bearer_token }}',
      'An output: ${{ steps.login.outputs.a }}',
      'The path of a file: ${{ steps.login.outputs.KEY }}',
      'An output for AWS: ${{ steps.login.outputs.AWS_ACCESS_KEY_ID }}',
      'A registry: docker --config "${{ steps.login.outputs.docker_config }}" pull REGISTRY/IMAGE',
    ]);
  });

  test('If the step has no ID, the usage says to add one', () => {
    expect(usage({ secrets: 'a' }, { a: 'v-1' }, '__run_2').slice(-2)).toEqual([
      'An output: ${{ steps.STEP_ID.outputs.a }}',
      'This step has no ID. To use its outputs, add id: STEP_ID to it',
    ]);
    expect(usage({}, {}, '__run_2')).toEqual(['The token: $CHARIOT_TOKEN']);
  });

  test('A plan has no usage, since it exports nothing', () => {
    expect(usage({ secrets: 'a', plan: 'true' }, { a: 'v-1' })).toEqual([]);
  });
});
