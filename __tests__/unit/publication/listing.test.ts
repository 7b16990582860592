import { describe, expect, test } from '@jest/globals';
import { readValue } from '../../../src/formats/value.js';
import { parseSecretRequests } from '../../../src/language/request.js';
import { takenNames } from '../../../src/language/taken-names.js';
import { type Listing, listSecrets } from '../../../src/publication/listing.js';
import { summarize } from '../../../src/publication/summary.js';
import { resolveRequests } from '../../../src/secrets/resolve.js';
import { selectResults } from '../../../src/secrets/result.js';
import { fakePorts, NOW } from '../../support/fake-ports.js';
import { fetchedRun } from '../../support/fetched-run.js';

/** A Secret of the project: its name, and perhaps its value and its ID. */
type Listed = readonly [name: string, value?: unknown, id?: string];

/** Lists Secrets as a plan with the line `*` does; `other` are further lines. */
function listingOf(
  secrets: readonly Listed[],
  { other = '', masked = '', type = 'secret/Custom', days = 1 } = {},
): Listing {
  const secretRequests = parseSecretRequests(`*\n${other}`);
  const entries = secrets.map(([name, , id = `id${name.length}`], index) => {
    return {
      id,
      key: `secret/Custom/${index}`,
      name,
      type,
      updatedAt: new Date(NOW.getTime() - days * 86_400_000),
    };
  });
  const ports = fakePorts(() => Promise.reject());
  const matches = resolveRequests(secretRequests.slice(0, 1), { entries, isMasked: () => false }, true).matches;
  const results = matches.flatMap((match, index) => {
    const value = readValue(secrets[index]?.[1] ?? 'a-value');
    return selectResults({ match, value, updatedAt: match.entry?.updatedAt }, [], ports);
  });
  const taken = takenNames({ exportEnv: true, plan: true, tokenVariable: 'CHARIOT_TOKEN', secretRequests });
  return listSecrets(results, { now: NOW, taken, isMasked: (text) => masked !== '' && text.includes(masked) });
}

describe('listSecrets', () => {
  test('The table contains name, type, fields, age and variable of each Secret', () => {
    const fields = { server: 'ghcr.io', login: { user: 'octocat', password: 'hunter-2' } };

    expect(listingOf([['db-password'], ['ghcr', fields]]).table).toEqual([
      'Secret         Type    Fields                              Changed    Variable',
      '"db-password"  Custom  -                                   1 day ago  DB_PASSWORD',
      '"ghcr"         Custom  server, login.user, login.password  1 day ago  GHCR',
    ]);
  });

  test('The table shows an unusual type as unknown, and counts days', () => {
    expect(listingOf([['db']], { type: 'Custom', days: 3 }).table[1]).toBe('"db"    unknown  -       3 days ago  DB');
  });

  test.each<[string, readonly Listed[], string[]]>([
    ['by its name', [['db-password']], ['db-password']],
    ['with its fields in a comment', [['ghcr', { server: 's', password: 'p' }]], ['ghcr # ghcr.*: server, password']],
    [
      'in quotes if the grammar needs them',
      [['a | b'], ['c;d'], ['*'], ['x.*'], ['end?']],
      ['"a | b"', '"c;d"', '"*" | SECRET__', '"x.*"', '"end?"'],
    ],
    ['in quotes if the name has the form of a key', [['secret/Custom/2kFm']], ['"secret/Custom/2kFm"']],
    [
      'in quotes if the name is the ID of another Secret',
      [
        ['one', 1, 'two'],
        ['two', 2, 'three'],
      ],
      ['one', '"two"'],
    ],
    [
      'by its ID if the name is not unique',
      [
        ['pw', 1, 'A1'],
        ['pw', 2, 'B2'],
      ],
      ['A1 | PW', 'B2 | SECRET_PW'],
    ],
    [
      'with a target if the name is already used',
      [['a-b'], ['a b'], ['a.b']],
      ['a-b', 'a b | SECRET_A_B', 'a.b | SECRET_A_B_2'],
    ],
    [
      'with a target if the name is rejected',
      [['path'], ['secrets'], ['---']],
      ['path | SECRET_PATH', 'secrets | SECRET_SECRETS', '--- | SECRET____'],
    ],
    [
      'by its ID if the log cannot show the name',
      [
        ['::error::x', 1, 'A1'],
        ['a\nb', 2, 'B2'],
      ],
      ['A1 | __ERROR__X', 'B2 | A_B'],
    ],
  ])('A line of the block selects a Secret %s', (_how, secrets, lines) => {
    expect(listingOf(secrets).block).toEqual(lines);
  });

  test.each(['::error::x', '##[group]x', 'a | PATH', 'a\nb', '', '*'])(
    'A Secret whose name and ID a log could not show is only counted in the block: the ID %j',
    (id) => {
      const { table, block } = listingOf([['::error::x', { user: 'u' }, id]]);

      expect(block).toEqual(['# a Secret whose name and ID cannot be shown']);
      expect(table.filter((line) => /^(?:::|##\[)/.test(line))).toEqual([]);
      expect(table[1]).toMatch(/ 1 day ago {2}-$/);
    },
  );

  test('A name that a mask covers is not in the block', () => {
    expect(listingOf([['my-hunter-2', 1, 'A1']], { masked: 'hunter' }).block).toEqual(['A1 | NAME']);
  });

  test('A line of the block avoids the names of other lines', () => {
    const { block } = listingOf([['ghcr'], ['docker-config']], { other: 'x | @docker' });

    expect(block).toEqual(['ghcr', 'docker-config | SECRET_DOCKER_CONFIG']);
  });

  test('Every line of the block is one valid request, also for hostile names', () => {
    const names = ['#', '"', '\\', 'a # b', '?', '.*', 'base64', 'ü', '=', 'a\u0000b', '😀', '__proto__', ' x '];
    const { block } = listingOf(names.map((name, index) => [name, 1, `ID${index}`]));

    expect(block.map((line) => parseSecretRequests(line).length)).toEqual(names.map(() => 1));
  });

  test('200 Secrets are listed, and the others are counted', () => {
    const { table, block } = listingOf(
      Array.from({ length: 203 }, (_, index): Listed => [`name-${index}`, 1, `ID${index}`]),
    );

    expect([table.length, block.length]).toEqual([202, 201]);
    expect([table.at(-1), block.at(-1)]).toEqual(['… and 3 more Secrets.', '# … and 3 more Secrets.']);
  });
});

describe('A plan with the line *', () => {
  const run = fetchedRun({ secrets: '*', plan: 'true' }, { path: 'v-1', ghcr: { user: 'octocat' } });

  test('The plan prints the table and the block, and exports nothing', () => {
    expect(run.publication).toMatchObject({ outputs: [], variables: [], files: [] });
    expect(run.publication.infos.slice(-2)).toEqual([
      {
        title: 'Secrets: 2',
        lines: expect.arrayContaining(['"ghcr"  Custom  user    unknown  GHCR']),
      },
      {
        title: 'Copy the lines that you need into `secrets`',
        lines: ['path | SECRET_PATH', 'ghcr # ghcr.*: user'],
      },
    ]);
  });

  test('The summary contains the block', () => {
    expect(summarize(run, run.masker)).toContain('<pre>path | SECRET_PATH\nghcr # ghcr.*: user</pre>');
  });
});
