import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/errors.js';
import { type Explained, explain as explainWith, stepsFor } from '../../../src/failure/explain.js';
import { HINTS } from '../../../src/failure/hints.js';
import { createMasker } from '../../../src/masking/masker.js';
import { chariot } from '../../../src/platforms/chariot.js';
import { keycloak } from '../../../src/platforms/keycloak.js';
import { oauth2 } from '../../../src/platforms/oauth2.js';
import { quote, type Redact } from '../../../src/untrusted-text.js';

const asIs = (text: string) => text;
const CONTEXT = { platform: chariot, isAct: false, documents: 'docs' };
const explain = (error: ActionError, redact: Redact, documents = 'docs') =>
  explainWith({ ...CONTEXT, error, documents }, redact);
const starSecret = (text: string) => text.replaceAll('hunter2!', '***');

describe('explain', () => {
  test('An error becomes one line: what failed, what to do, and where to read more', () => {
    const error = new ActionError('input_invalid', 'The input `url` is not a URL.');

    expect(explain(error, asIs)).toBe(
      'The input `url` is not a URL. Correct the input in the `with:` of this step. See docs/troubleshooting.md#input_invalid',
    );
  });

  test('The words of the server follow in quotes after what failed', () => {
    const error = new ActionError('invalid_grant', 'The login failed', { said: 'no "such"\nuser' });

    expect(explain(error, asIs)).toBe(
      String.raw`The login failed: "no \"such\" user". ${HINTS.invalid_grant.join()} See docs/troubleshooting.md#invalid_grant`,
    );
  });

  test('The advice for the case replaces the hint of the code; other causes follow it', () => {
    const error = new ActionError('invalid_client', 'The login failed', {
      advice: ['Look at the expiry', 'Ask somebody'],
      also: ['Look at the clock'],
    });

    expect(explain(error, asIs)).toBe(
      'The login failed. Look at the expiry. Ask somebody. Look at the clock. See docs/troubleshooting.md#invalid_client',
    );
  });

  test('Without advice for the case, other causes follow the hint of the code', () => {
    const error = new ActionError('invalid_grant', 'The login failed', { also: ['Look at the clock'] });

    expect(explain(error, asIs)).toBe(
      `The login failed. ${HINTS.invalid_grant.join()} Look at the clock. See docs/troubleshooting.md#invalid_grant`,
    );
  });

  test('What is known about the cause follows the words of the server; the request is last', () => {
    const request = { text: 'POST https://h/t answered 400', url: new URL('https://h/t'), layer: 'answer' } as const;
    const error = new ActionError('invalid_grant', 'The login failed', {
      said: 'no',
      facts: ['The clock is wrong'],
      request,
    });

    expect(explain(error, asIs)).toBe(
      `The login failed: "no". The clock is wrong. ${HINTS.invalid_grant.join()} See docs/troubleshooting.md#invalid_grant (POST https://h/t answered 400)`,
    );
  });

  test('An untrusted name in the advice is cleaned and cut', () => {
    const error = new ActionError('invalid_client', 'Failed', {
      advice: `It contains ${quote(`a\n${'b'.repeat(200)}`)}`,
    });

    expect(explain(error, asIs)).toMatch(/^Failed\. It contains "a b{78}…b{20}"\. /);
  });

  test('Our own secrets are removed from the message and from the words of the server', () => {
    const error = new ActionError('invalid_client', 'Failed with hunter2!', { said: 'bad secret hunter2!' });
    const text = explain(error, starSecret);

    expect(text).toMatch(/^Failed with \*\*\*: "bad secret \*\*\*"\. /);
    expect(text).not.toContain('hunter2!');
  });

  test('A workflow command in the words of the server is broken up', () => {
    const error = new ActionError('server_failed', 'Failed', { said: 'x\r::stop-commands::y\n##[group]z' });

    expect(explain(error, asIs)).toMatch(/^Failed: "x : :stop-commands: :y # #\[group\]z"\. /);
  });
});

describe('explain with a long untrusted name', () => {
  const shown = (name: string) => explain(new ActionError('server_failed', `Odd: ${quote(name)}`), asIs);

  test('A name of more than 120 characters loses its middle', () => {
    expect(shown(`${'a'.repeat(80)}${'b'.repeat(21)}${'c'.repeat(20)}`)).toMatch(/^Odd: "a{80}…c{20}"\. /);
  });

  test('The cut leaves no half of a surrogate pair', () => {
    expect(shown(`${'a'.repeat(79)}😀${'b'.repeat(60)}`).isWellFormed()).toBe(true);
  });

  test('A name of 120 characters is printed whole', () => {
    expect(shown('n'.repeat(120))).toMatch(/^Odd: "n{120}"\. /);
  });
});

describe('explain with a secret in an untrusted name', () => {
  const messageOf = (name: string, secret: string) => {
    const masker = createMasker(() => undefined);
    masker.mask([secret]);
    return explain(new ActionError('response_invalid', `Odd answer: ${quote(name)}`), masker.redact);
  };

  test('A whole secret in a quoted name is removed', () => {
    expect(messageOf('token correct-horse-battery', 'correct-horse-battery')).toMatch(/^Odd answer: "token \*\*\*"/);
  });

  test('A secret at the cut of a long name leaves no half behind', () => {
    const message = messageOf(`${'x'.repeat(70)}correct-horse-battery${'y'.repeat(70)}`, 'correct-horse-battery');

    expect(message).not.toMatch(/x(?:corr|orse|batt)/);
  });

  test('A secret that the cleaning would change is removed from a quoted name', () => {
    expect(messageOf('token correct::horse##[battery]', 'correct::horse##[battery]')).not.toMatch(/horse|battery/);
  });
});

describe('explain with the address of the documents', () => {
  const error = new ActionError('server_failed', 'Failed');

  test('The documents are named by their path in the repository if their address is unknown', () => {
    expect(explain(error, asIs)).toMatch(/ See docs\/troubleshooting\.md#server_failed$/);
  });

  test('The documents are named by their address if it is known', () => {
    const place = 'https://github.example.com/owner/bearer-login/blob/v1/docs';

    expect(explain(error, asIs, place)).toMatch(new RegExp(` See ${place}/troubleshooting\\.md#server_failed$`));
  });
});

describe('stepsFor', () => {
  test.each([
    ['Chariot', chariot, '`url`'],
    ['Keycloak', keycloak, '`url` and `tenant`'],
    ['an OAuth 2.0 server', oauth2, '`issuer` or `token_url`'],
    ['an unknown platform', undefined, 'the address of the server'],
  ])('The hints name the inputs for the address of %s', (_what, platform, address) => {
    const error = new ActionError('endpoint_not_found', 'Failed');

    expect(stepsFor({ ...CONTEXT, error, platform })).toEqual([
      `Check ${address}: the host is wrong, or the path of the platform is missing.`,
    ]);
  });

  test('In nektos/act, the hint for a missing ID token says that act has none', () => {
    const error = new ActionError('id_token_unavailable', 'Failed');
    const steps = (isAct: boolean): string[] =>
      stepsFor({ ...CONTEXT, error, isAct } satisfies Omit<Explained, 'documents'>);

    expect(steps(true).join()).toMatch(/^nektos\/act issues no ID tokens\./);
    expect(steps(false)).toEqual(HINTS.id_token_unavailable);
  });

  test('Every hint is a list of whole sentences on one line', () => {
    const offenders = Object.values(HINTS)
      .flat()
      .filter((hint) => !/^[A-Z][^\n]*\.$/.test(hint));

    expect(offenders).toEqual([]);
  });
});
