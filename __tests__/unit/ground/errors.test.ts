import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/errors.js';

describe('ActionError', () => {
  test('An ActionError keeps its code, message, words of the server, advice and cause', () => {
    const cause = new Error('below');
    const error = new ActionError('server_failed', 'm', { said: 's', advice: 'a', cause });

    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'ActionError', code: 'server_failed', message: 'm', said: 's', advice: ['a'] });
    expect(error.cause).toBe(cause);
  });
});
