import { describe, expect, test } from '@jest/globals';
import { ageNotices, rotationWarnings } from '../../../src/publication/warnings.js';
import { NOW } from '../../support/fake-ports.js';
import { publicationOf, resultsOf, stepOf } from '../../support/fetched-run.js';

const toRotate = (limit: string) =>
  `Rotate these Secrets, which are unchanged for more than ${limit} day${limit === '1' ? '' : 's'}`;

describe('rotationWarnings and ageNotices', () => {
  const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

  test.each<[string, Date | undefined, { limit: string; days?: number }]>([
    ['for longer is named', daysAgo(91), { limit: '90', days: 91 }],
    ['for years is named', daysAgo(400.9), { limit: '1', days: 400 }],
    ['for exactly as long is not named', daysAgo(90.99), { limit: '90' }],
    ['for less is not named', daysAgo(1), { limit: '90' }],
    ['since a future time is not named', daysAgo(-5), { limit: '1' }],
    ['since an unknown time is not named', undefined, { limit: '1' }],
    ['for longer is not named without `rotate_after_days`', daysAgo(4000), { limit: '0' }],
  ])('A Secret that is unchanged %s', (_what, updatedAt, { limit, days }) => {
    const settings = stepOf({ secrets: 'db\ndb | X', rotate_after_days: limit });
    const results = resultsOf(settings, { db: 'v-1' }, updatedAt === undefined ? {} : { updatedAt });

    expect(rotationWarnings(results, settings, NOW)).toEqual(
      days === undefined ? [] : [`${toRotate(limit)}: "db" (${days} days).`],
    );
  });

  test('A Secret is named by its key if its name is not known', () => {
    const settings = stepOf({ secrets: 'secret/Custom/1', rotate_after_days: '1' });
    const results = resultsOf(settings, { 'secret/Custom/1': 'v-1' }, { updatedAt: daysAgo(2) });

    expect(rotationWarnings(results, settings, NOW)).toEqual([`${toRotate('1')}: "secret/Custom/1" (2 days).`]);
  });

  test('One warning names all Secrets, each once', () => {
    const settings = stepOf({ secrets: 'a; b; b | C', rotate_after_days: '5' });
    const results = resultsOf(settings, { a: 'v-1', b: 'v-2' }, { updatedAt: daysAgo(6) });

    expect(rotationWarnings(results, settings, NOW)).toEqual([`${toRotate('5')}: "a" (6 days), "b" (6 days).`]);
  });

  const unknown = '`rotate_after_days`: the server did not return when these Secrets were changed: "db".';
  test.each<[string, { updatedAt?: Date; limit: string }, string[]]>([
    ['no time', { limit: '5' }, [unknown]],
    ['a time far in the future', { updatedAt: daysAgo(-5), limit: '5' }, [unknown]],
    ['no time, without `rotate_after_days`', { limit: '0' }, []],
    ['a time', { updatedAt: daysAgo(1), limit: '5' }, []],
  ])('The notice about unknown ages is complete if the server returns %s', (_what, { limit, ...when }, notices) => {
    const settings = stepOf({ secrets: 'db; db | X', rotate_after_days: limit });

    expect(ageNotices(resultsOf(settings, { db: 'v-1' }, when), settings, NOW)).toEqual(notices);
  });

  test('`planPublication` returns the warning about rotation', () => {
    const { warnings } = publicationOf(
      { secrets: 'db', rotate_after_days: '5' },
      { db: 'long-enough' },
      { updatedAt: daysAgo(6) },
    );

    expect(warnings).toEqual([`${toRotate('5')}: "db" (6 days).`]);
  });
});
