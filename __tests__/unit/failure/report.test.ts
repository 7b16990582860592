import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/errors.js';
import { createJournal } from '../../../src/failure/journal.js';
import { reportFailure } from '../../../src/failure/report.js';
import type { Variables } from '../../../src/machine/environment.js';
import { fakePorts, settingsFrom, settingsOf } from '../../support/fake-ports.js';

const { log } = fakePorts(() => Promise.reject(new Error('no network')));
const starSecret = (text: string) => text.replaceAll('hunter2!', '***');

/** The report of an error; the inputs are checked if they are given. */
function reportOf(thrown: unknown, variables: Variables = {}, settings?: ReturnType<typeof settingsOf>) {
  const journal = createJournal(log);
  if (settings !== undefined) journal.begin(settings);
  return reportFailure(thrown, { variables, journal, redact: starSecret });
}

describe('reportFailure', () => {
  test('The report contains the code, the title, the error line and the summary', () => {
    const report = reportOf(new ActionError('token_expired', 'The token expired'));

    expect(report).toEqual({
      code: 'token_expired',
      title: 'The token has expired (token_expired)',
      excerpt: [],
      message:
        'The token expired. Set a new token, or set client credentials so that the action can log in. See docs/troubleshooting.md#token_expired',
      stack: undefined,
      summary: expect.stringMatching(/^<h3>❌ The token has expired<\/h3>\n/),
    });
  });

  test('A defect of the action has a stack, without secrets; no other error has one', () => {
    const { code, message, stack } = reportOf(new TypeError('x of undefined, hunter2!'));

    expect(code).toBe('internal_error');
    expect(message).toMatch(/^The action failed unexpectedly: "TypeError: x of undefined, \*{3}"\. /);
    expect(stack).toMatch(/^"TypeError: x of undefined, \*{3} at /);
  });

  test('A line of `secrets` with a problem is above the error, without secrets', () => {
    const error = new ActionError('input_invalid', 'Odd', { excerpt: 'hunter2! | @x\n           ^' });

    expect(reportOf(error)).toMatchObject({
      excerpt: ['*** | @x', '           ^'],
      message: expect.stringMatching(/^Odd\. /),
    });
  });

  test.each([
    ['`url`', settingsOf()],
    [
      '`url` and `tenant`',
      settingsFrom({ platform: 'keycloak', url: 'h', tenant: 't', client_id: 'i', client_secret: 's' }),
    ],
    [
      '`issuer` or `token_url`',
      settingsFrom({ platform: 'oauth2', issuer: 'https://h', client_id: 'i', client_secret: 's' }),
    ],
    ['the address of the server', undefined],
  ])('The hint names %s, as the platform of the inputs requires', (address, settings) => {
    expect(reportOf(new ActionError('server_unreachable', 'Failed'), {}, settings).message).toContain(
      `Failed. Check ${address}, and that this runner can reach the host. `,
    );
  });

  test('The link leads to the repository of the action, and the hint depends on the runner', () => {
    const variables = {
      ACT: 'true',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_ACTION_REPOSITORY: 'acme/bearer-login',
      GITHUB_ACTION_REF: 'v1',
    };
    const { message } = reportOf(new ActionError('id_token_unavailable', 'Failed'), variables);

    expect(message).toMatch(/^Failed\. nektos\/act issues no ID tokens\. /);
    expect(message).toMatch(
      / See https:\/\/github\.com\/acme\/bearer-login\/blob\/v1\/docs\/troubleshooting\.md#id_token_unavailable$/,
    );
  });
});

describe('createJournal', () => {
  test('The remarks about the inputs are printed when the run begins', () => {
    const ports = fakePorts(() => Promise.reject(new Error('no network')));
    const journal = createJournal(ports.log);
    journal.begin(settingsOf({ project_id: 'p' }));

    expect(ports.said('notice')).toEqual(['`project_id` is set, but `secrets` is empty: no Secret is fetched.']);
  });

  test('Of two parts that fail, the first one counts, since it stops the other', async () => {
    const journal = createJournal(log);
    let stop = (_error: Error) => {};
    const list = journal.track(
      'list',
      () =>
        new Promise((_resolve, reject) => {
          stop = reject;
        }),
    );
    await journal.track('whoami', () => Promise.reject(new Error('rejected'))).catch(() => undefined);
    stop(new Error('stopped'));
    await list.catch(() => undefined);

    expect(journal.parts()).toEqual([
      ['list', 'running'],
      ['whoami', 'failed'],
    ]);
  });

  test('A part that fails and then succeeds, as after a rejected shared token, is done', async () => {
    const journal = createJournal(log);
    await journal.track('list', () => Promise.reject(new Error('rejected'))).catch(() => undefined);

    expect(journal.parts()).toEqual([['list', 'failed']]);
    expect(await journal.track('list', () => Promise.resolve(7))).toBe(7);
    expect(journal.parts()).toEqual([['list', 'done']]);
  });
});
