import { describe, expect, test } from '@jest/globals';
import { parseSecretRequests } from '../../../src/language/request.js';
import { actionErrorOf } from '../../support/fake-ports.js';

describe('A target that looks like a keyword', () => {
  test.each([
    ['Base64', 'base64'],
    ['base64url', 'base64'],
    ['docker', '@docker'],
  ])('The target %s is rejected, and the error names %s', (word, meant) => {
    const { code, message, excerpt } = actionErrorOf(() => parseSecretRequests(`a | ${word}`));

    expect(code).toBe('input_invalid');
    expect(message).toContain(`line 1, column 5: "${word}"`);
    expect(message).toContain(meant);
    expect(excerpt).toBe(`a | ${word}\n    ^`);
  });
});
