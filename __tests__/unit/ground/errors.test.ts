import { describe, expect, test } from '@jest/globals';
import { ActionError, explain, HINTS, isOAuthErrorCode, OAUTH_ERROR_CODES } from '../../../src/errors.js';
import { createMasker } from '../../../src/masking/masker.js';
import { quote } from '../../../src/untrusted-text.js';

const asIs = (text: string) => text;
const starSecret = (text: string) => text.replaceAll('hunter2!', '***');

describe('an error is explained in one line', () => {
  test('what happened, what to do, and where more stands', () => {
    const error = new ActionError('input_invalid', 'The input `url` is not a URL.');

    expect(explain(error, asIs)).toBe(
      'The input `url` is not a URL. Correct the input in the `with:` of this step. See docs/troubleshooting.md#input_invalid',
    );
  });

  test('what the server said stands in quotes behind what happened', () => {
    const error = new ActionError('invalid_grant', 'The login failed: POST https://h/t answered 400', {
      said: 'no "such"\nuser',
    });

    expect(explain(error, asIs)).toBe(
      String.raw`The login failed: POST https://h/t answered 400: "no \"such\" user". ${HINTS.invalid_grant} See docs/troubleshooting.md#invalid_grant`,
    );
  });

  test('the advice for this very case stands before the general hint', () => {
    const error = new ActionError('invalid_client', 'The login failed', { advice: 'Look at the expiry' });

    expect(explain(error, asIs)).toBe(
      `The login failed. Look at the expiry. ${HINTS.invalid_client} See docs/troubleshooting.md#invalid_client`,
    );
  });

  test('our own secrets are taken out of the message and of what the server said', () => {
    const error = new ActionError('invalid_client', 'Failed with hunter2!', { said: 'bad secret hunter2!' });
    const text = explain(error, starSecret);

    expect(text).toMatch(/^Failed with \*\*\*: "bad secret \*\*\*"\. /);
    expect(text).not.toContain('hunter2!');
  });

  test('a command in what the server said is broken up', () => {
    const error = new ActionError('server_failed', 'Failed', { said: 'x\r::stop-commands::y\n##[group]z' });

    expect(explain(error, asIs)).toMatch(/^Failed: "x : :stop-commands: :y # #\[group\]z"\. /);
  });
});

describe('a very long foreign name in a message', () => {
  const shown = (name: string) => explain(new ActionError('server_failed', `Odd: ${quote(name)}`), asIs);

  test('loses its middle', () => {
    expect(shown(`${'a'.repeat(80)}${'b'.repeat(21)}${'c'.repeat(20)}`)).toMatch(/^Odd: "a{80}…c{20}"\. /);
  });

  test('loses no half of a character', () => {
    expect(shown(`${'a'.repeat(79)}😀${'b'.repeat(60)}`).isWellFormed()).toBe(true);
  });

  test('is none up to 120 characters', () => {
    expect(shown('n'.repeat(120))).toMatch(/^Odd: "n{120}"\. /);
  });
});

describe('a secret in a foreign name that a message quotes is taken out', () => {
  const messageOf = (name: string, secret: string) => {
    const masker = createMasker(() => undefined);
    masker.mask([secret]);
    return explain(new ActionError('response_invalid', `Odd answer: ${quote(name)}`), masker.redact);
  };

  test('where it stands whole', () => {
    expect(messageOf('token correct-horse-battery', 'correct-horse-battery')).toMatch(/^Odd answer: "token \*\*\*"/);
  });

  test('where a long name loses its middle', () => {
    const message = messageOf(`${'x'.repeat(70)}correct-horse-battery${'y'.repeat(70)}`, 'correct-horse-battery');

    expect(message).not.toMatch(/x(?:corr|orse|batt)/);
  });

  test('where the cleaning changes it', () => {
    expect(messageOf('token correct::horse##[battery]', 'correct::horse##[battery]')).not.toMatch(/horse|battery/);
  });
});

describe('the documents', () => {
  const error = new ActionError('server_failed', 'Failed');

  test('are named by their path in the repository', () => {
    expect(explain(error, asIs)).toMatch(/ See docs\/troubleshooting\.md#server_failed$/);
  });

  test('are named where they can be read, when that is known', () => {
    const place = 'https://github.example.com/owner/bearer-login/blob/v1/docs';

    expect(explain(error, asIs, place)).toMatch(new RegExp(` See ${place}/troubleshooting\\.md#server_failed$`));
  });
});

describe('an error', () => {
  test('keeps what it was made of', () => {
    const cause = new Error('below');
    const error = new ActionError('server_failed', 'm', { said: 's', advice: 'a', cause });

    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'ActionError', code: 'server_failed', message: 'm', said: 's', advice: 'a' });
    expect(error.cause).toBe(cause);
  });

  test.each(Object.entries(HINTS))('the hint of %s is whole sentences on one line', (_code, hint) => {
    expect(hint).toMatch(/^[A-Z][^\n]*\.$/);
  });
});

describe("OAuth's own codes", () => {
  test('are those of RFC 6749 section 5.2, and the refusal of a whole realm', () => {
    expect([...OAUTH_ERROR_CODES].sort()).toEqual([
      'access_denied',
      'invalid_client',
      'invalid_grant',
      'invalid_request',
      'invalid_scope',
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
  ])('%j passes through: %s', (code, expected) => {
    expect(isOAuthErrorCode(code)).toBe(expected);
  });
});
