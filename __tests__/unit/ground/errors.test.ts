import { describe, expect, test } from '@jest/globals';
import { ActionError, explain, HINTS, isOAuthErrorCode, OAUTH_ERROR_CODES } from '../../../src/errors.js';
import { createMasker } from '../../../src/masking/masker.js';
import { quote } from '../../../src/untrusted-text.js';

const asIs = (text: string) => text;
const starSecret = (text: string) => text.replaceAll('hunter2!', '***');

describe('explain', () => {
  test('An error becomes one line: what failed, what to do, and where to read more', () => {
    const error = new ActionError('input_invalid', 'The input `url` is not a URL.');

    expect(explain(error, asIs)).toBe(
      'The input `url` is not a URL. Correct the input in the `with:` of this step. See docs/troubleshooting.md#input_invalid',
    );
  });

  test('The words of the server follow in quotes after what failed', () => {
    const error = new ActionError('invalid_grant', 'The login failed: POST https://h/t answered 400', {
      said: 'no "such"\nuser',
    });

    expect(explain(error, asIs)).toBe(
      String.raw`The login failed: POST https://h/t answered 400: "no \"such\" user". ${HINTS.invalid_grant} See docs/troubleshooting.md#invalid_grant`,
    );
  });

  test('The advice for the case precedes the hint of the error code', () => {
    const error = new ActionError('invalid_client', 'The login failed', { advice: 'Look at the expiry' });

    expect(explain(error, asIs)).toBe(
      `The login failed. Look at the expiry. ${HINTS.invalid_client} See docs/troubleshooting.md#invalid_client`,
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

describe('ActionError', () => {
  test('An ActionError keeps its code, message, words of the server, advice and cause', () => {
    const cause = new Error('below');
    const error = new ActionError('server_failed', 'm', { said: 's', advice: 'a', cause });

    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'ActionError', code: 'server_failed', message: 'm', said: 's', advice: 'a' });
    expect(error.cause).toBe(cause);
  });

  test('Every hint consists of whole sentences on one line', () => {
    const offenders = Object.entries(HINTS).filter(([, hint]) => !/^[A-Z][^\n]*\.$/.test(hint));

    expect(offenders).toEqual([]);
  });
});

describe('isOAuthErrorCode', () => {
  test('The codes of OAuth are those of RFC 6749 section 5.2, `access_denied`, and that of RFC 8707', () => {
    expect([...OAUTH_ERROR_CODES].sort()).toEqual([
      'access_denied',
      'invalid_client',
      'invalid_grant',
      'invalid_request',
      'invalid_scope',
      'invalid_target',
      'unauthorized_client',
      'unsupported_grant_type',
    ]);
  });

  test.each([
    ['invalid_client', true],
    ['invalid_scope', true],
    ['Invalid_Client', false],
    ['invalid_token', false],
    ['internal_error', false],
    ['toString', false],
    [undefined, false],
    [400, false],
    [{ code: 'invalid_client' }, false],
  ])('`isOAuthErrorCode` of %j is %s', (code, expected) => {
    expect(isOAuthErrorCode(code)).toBe(expected);
  });
});
