import { describe, expect, test } from '@jest/globals';
import { ActionError, type ErrorCode, type ErrorDetails } from '../../../src/errors.js';
import { createJournal } from '../../../src/failure/journal.js';
import { summarizeFailure } from '../../../src/failure/summary.js';
import type { Inputs } from '../../../src/inputs/inputs.js';
import type { Variables } from '../../../src/machine/environment.js';
import { createMasker } from '../../../src/masking/masker.js';
import { chariot } from '../../../src/platforms/chariot.js';
import { quote, type Redact } from '../../../src/untrusted-text.js';
import { fakePorts, settingsFrom } from '../../support/fake-ports.js';
import { viewText } from '../../support/summary-view.js';

const { log } = fakePorts(() => Promise.reject(new Error('no network')));

/** The summary of an error, as a browser shows it. */
function summaryOf(error: ActionError, variables: Variables = {}, redact: Redact = (text) => text) {
  const explained = { error, platform: chariot, isAct: false, documents: variables['DOCUMENTS'] ?? 'docs' };
  return viewText(summarizeFailure({ ...explained, journal: createJournal(log), variables }, redact));
}

const errorOf = (code: ErrorCode, details: ErrorDetails = {}, message = 'The login to Chariot failed') =>
  new ActionError(code, message, details);

/** The texts to copy in the summary of an error. */
const copyOf = (error: ActionError, variables?: Variables) => summaryOf(error, variables).texts('pre');

describe('The summary of a failure', () => {
  test('The summary says what happened, what to do, how far the run came, and who can help', () => {
    const url = new URL('https://chariot.example.com/login');
    const error = errorOf('invalid_client', {
      title: 'Chariot refused the login',
      said: 'invalid client credentials',
      facts: ['The clock is wrong'],
      advice: ['Create new client credentials', 'Check `client_id`'],
      request: { text: `POST ${url}, X-Request-ID "r-1"`, url, layer: 'answer' },
    });
    const { texts } = summaryOf(error, { GITHUB_ACTION: 'chariot', GITHUB_REPOSITORY: 'acme/app' });

    expect(texts('h3')).toEqual(['❌ Chariot refused the login']);
    expect(texts('li')).toEqual(['Create new client credentials.', 'Check client_id.']);
    expect(texts('pre')).toEqual(['gh secret set YOUR_SECRET_NAME --repo acme/app']);
    expect(texts('p')).toEqual([
      'What happenedThe login to Chariot failed: invalid client credentials. The clock is wrong.',
      'What to do',
      'How far the run came❌ inputs (✅ name → ✅ TCP → ✅ TLS → ❌ answer)',
      'Nothing was exported. Code invalid_client · step chariot',
      'For the administrator of the server: POST https://chariot.example.com/login, X-Request-ID r-1',
    ]);
  });

  test('Without a title, advice, request or step ID, the summary has those of the code', () => {
    const { texts } = summaryOf(errorOf('token_expired'), { GITHUB_ACTION: '__acme_action' });

    expect(texts('h3')).toEqual(['❌ The token has expired']);
    expect(texts('li')).toHaveLength(1);
    expect(texts('p').at(-1)).toBe('Nothing was exported. Code token_expired');
  });

  test('The code links to the documents if their address is known', () => {
    const { elements } = summaryOf(errorOf('token_expired'), { DOCUMENTS: 'https://github.com/acme/b/blob/v1/docs' });
    const links = elements.filter(({ tagName }) => tagName === 'a').map(({ attrs }) => attrs[0]?.value);

    expect(links).toEqual(['https://github.com/acme/b/blob/v1/docs/troubleshooting.md#token_expired']);
  });

  test('The line of `secrets` with the problem is shown with its caret', () => {
    expect(copyOf(errorOf('input_invalid', { excerpt: 'ghcr | @x\n       ^' }))).toEqual(['ghcr | @x\n       ^']);
  });
});

describe('The lines of `secrets` in the summary of a failure', () => {
  const found = { line: 1, text: 'a | A', result: 'found', isWrong: false, instead: [] };
  const near = { line: 2, text: 'ghrc', result: 'no such Secret', isWrong: true, instead: ['ghcr'] };
  const missing = { line: 3, text: 'nothing', result: 'no such Secret', isWrong: true, instead: [] };

  test('The table contains each line, its result, and what to write instead', () => {
    const { head, rows } = summaryOf(errorOf('secret_not_found', { lines: [found, near, missing] }));

    expect(head).toEqual(['Line', 'You wrote', 'Result', 'Write instead']);
    expect(rows).toEqual([
      ['1', 'a | A', '✅ found', ''],
      ['2', 'ghrc', '❌ no such Secret', 'ghcr'],
      ['3', 'nothing', '❌ no such Secret', ''],
    ]);
  });

  test('If each wrong line has a correction, the whole input can be copied', () => {
    expect(copyOf(errorOf('secret_not_found', { lines: [found, near] }))).toEqual(['secrets: |\n  a | A\n  ghcr']);
    expect(copyOf(errorOf('secret_not_found', { lines: [near, missing] }))).toEqual([]);
  });

  test('A corrected line that may be one of many is copied alone', () => {
    expect(copyOf(errorOf('field_not_found', { lines: [near] }))).toEqual(['ghcr']);
  });

  test('Of more than 100 lines, the wrong ones are in the table', () => {
    const lines = [
      ...Array.from({ length: 150 }, (_, index) => ({ ...found, line: index + 1 })),
      { ...near, line: 151 },
    ];
    const { rows, texts } = summaryOf(errorOf('secret_not_found', { lines }));

    expect(rows).toHaveLength(100);
    expect(rows.at(-1)).toEqual(['151', 'ghrc', '❌ no such Secret', 'ghcr']);
    expect(texts('p')).toContain('51 more lines are left out.');
  });
});

describe('The command that stores a secret', () => {
  const STORE = 'gh secret set YOUR_SECRET_NAME --repo OWNER/REPOSITORY';
  const WITH_SECRET = { client_id: 'c', client_secret: 'hunter-2' };
  const WITH_ID_TOKEN = { platform: 'keycloak', tenant: 'r', client_id: 'c' };

  test.each<[code: ErrorCode, inputs: Inputs, copied: readonly string[]]>([
    ['invalid_client', WITH_SECRET, [STORE]],
    ['invalid_client', { ...WITH_ID_TOKEN, client_authentication: 'github_oidc' }, []],
    ['invalid_token', { bearer_token: 'hunter-2' }, [STORE]],
    ['invalid_token', WITH_SECRET, []],
  ])('For %s of a step with the inputs %j, the texts to copy are %j', (code, inputs, copied) => {
    const journal = createJournal(log);
    journal.begin(settingsFrom({ url: 'https://h', ...inputs }));
    const run = { error: errorOf(code), platform: chariot, isAct: false, documents: 'docs', journal, variables: {} };

    expect(viewText(summarizeFailure(run, (text) => text)).texts('pre')).toEqual(copied);
  });
});

describe('Untrusted text in the summary of a failure', () => {
  const HOSTILE = [
    '<img src=x onerror=alert(1)>',
    '**bold** [link](https://evil.example.com)',
    '@octocat',
    'acme/app#1',
    'https://evil.example.com/x',
    'www.evil.example.com',
    '0123456789abcdef0123456789abcdef01234567',
    '`code`',
    '"quoted" @octocat "text"',
    'a"b @octocat',
    '</code><h1>x</h1>',
    '&lt;script&gt;',
  ];

  test.each(HOSTILE)('The text %j creates no element and no link', (text) => {
    const error = errorOf(
      'secret_not_found',
      {
        said: text,
        advice: [`Look at ${quote(text)}`],
        lines: [{ line: 1, text, result: 'no such Secret', isWrong: true, instead: [text] }],
        excerpt: text,
      },
      `No Secret was found for ${quote(text)}`,
    );
    const { elements, plain } = summaryOf(error, { GITHUB_ACTION: `x${text}` });
    const own = 'h3 p b br code pre ol li table tbody tr th td'.split(' ');

    expect(elements.map(({ tagName }) => tagName).filter((name) => !own.includes(name))).toEqual([]);
    expect(
      elements.flatMap(({ attrs }) => attrs.map(({ value }) => value)).filter((value) => value !== 'left'),
    ).toEqual([]);
    // GitHub makes links of these only outside `<code>` and `<pre>`.
    expect(plain.replace(text, '')).not.toMatch(/@octocat|#1\b|:\/\/|www\.|[0-9a-f]{40}/);
  });

  test('A blank line in an excerpt does not end the block of HTML', () => {
    const { texts } = summaryOf(errorOf('input_invalid', { excerpt: '\n\n# title\n\n^' }));

    expect(texts('h1')).toEqual([]);
    expect(texts('pre')).toHaveLength(1);
  });

  test('No part of the summary contains a secret', () => {
    const { mask, redact } = createMasker(() => undefined);
    mask(['hunter-2!']);
    const url = new URL('https://h/hunter-2!');
    const details: ErrorDetails = {
      said: 'hunter-2!',
      facts: ['hunter-2!'],
      advice: ['hunter-2!'],
      also: ['hunter-2!'],
      excerpt: 'hunter-2!',
      lines: [{ line: 1, text: 'hunter-2!', result: 'no such Secret', isWrong: true, instead: ['hunter-2!'] }],
      request: { text: 'GET https://h/hunter-2!', url, layer: 'answer' },
    };
    const error = errorOf('secret_not_found', details, 'hunter-2!');

    const { texts } = summaryOf(error, { GITHUB_ACTION: 'hunter-2!' }, redact);
    const shown = ['h3', 'p', 'li', 'pre', 'td'].flatMap(texts).join('\n');

    expect(shown.match(/\*{3}/g)?.length).toBeGreaterThan(8);
    expect(shown).not.toContain('hunter');
  });
});

describe('What to copy', () => {
  test.each<[code: ErrorCode, expected: string]>([
    ['invalid_grant', 'gh secret set YOUR_SECRET_NAME --repo OWNER/REPOSITORY'],
    ['id_token_unavailable', 'permissions:\n  contents: read\n  id-token: write'],
    ['endpoint_insecure', 'allow_http: true'],
    ['deadline_exceeded', 'timeout_seconds: 300'],
    [
      'certificate_required',
      'pkcs12: ${{ secrets.CLIENT_PKCS12 }}\npkcs12_password: ${{ secrets.CLIENT_PKCS12_PASSWORD }}',
    ],
  ])('For %s, the summary contains what to copy', (code, expected) => {
    expect(copyOf(errorOf(code))).toEqual([expected]);
  });

  test('The text of the error itself has priority', () => {
    expect(copyOf(errorOf('invalid_grant', { copy: 'with:\n  url: x' }))).toEqual(['with:\n  url: x']);
  });

  test('For most codes there is nothing to copy', () => {
    expect(copyOf(errorOf('server_failed'))).toEqual([]);
  });
});
