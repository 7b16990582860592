import { describe, expect, test } from '@jest/globals';
import { correctSecrets } from '../../../scripts/demo/corrections.js';

describe('correctSecrets', () => {
  test.each([
    {
      what: 'a name is replaced by the suggested one, and the rest of its line stays',
      secrets: 'a\ndb_pasword | DB',
      message:
        'No Secret was found for "db_pasword" in line 2 (did you mean "db-password"?); the server listed 3 Secrets.',
      corrected: 'a\ndb-password | DB',
    },
    {
      what: 'the first of several suggested names is used',
      secrets: 'ghrc',
      message: 'No Secret was found for "ghrc" in line 1 (did you mean "ghcr" or "ghc"?); the server listed 3 Secrets.',
      corrected: 'ghcr',
    },
    {
      what: 'a line in another notation is replaced as a whole',
      secrets: 'a\nb -> B\nc',
      message: 'No Secret was found for "b -> B" in line 2 (write `b | B`); the server listed 3 Secrets.',
      corrected: 'a\nb | B\nc',
    },
    {
      what: 'one line is replaced by several',
      secrets: 'a, b',
      message:
        'No Secret was found for "a, b" in line 1 (write one line each: `a` and `b`); the server listed 3 Secrets.',
      corrected: 'a\nb',
    },
    {
      what: 'several suggestions of one message are all used',
      secrets: 'x | X\ny -> Y',
      message:
        'No Secret was found for "x" in line 1 (did you mean "z"?), "y -> Y" in line 2 (write `y | Y`); the server listed 3.',
      corrected: 'z | X\ny | Y',
    },
    {
      what: 'a message without a suggestion changes nothing',
      secrets: 'a',
      message: 'No Secret was found for "a" in line 1; try again.',
      corrected: 'a',
    },
  ])('If a message is followed, $what', ({ secrets, message, corrected }) => {
    expect(correctSecrets(secrets, message)).toBe(corrected);
  });
});
