import { describe, expect, test } from '@jest/globals';
import { MAX_SUMMARY_BYTES } from '../../../harness/runner/file-commands.js';
import { formatSummary } from '../../../src/publication/summary.js';
import type { SummaryRow } from '../../../src/publication/summary-report.js';
import { reportOf, rowOf, view } from '../../support/summary-view.js';

describe('a row of the table', () => {
  test('has headings that a plan puts another way', () => {
    expect(view(reportOf()).head).toEqual(['Secret', 'Exported as', 'In the log', 'Last changed', 'Type']);
    expect(view(reportOf({ mode: 'plan' })).head?.[1]).toBe('Would be exported as');
  });

  test.each<[string, SummaryRow['targets'], string]>([
    ['nothing', [], 'nothing'],
    ['a file', [{ kind: 'file', name: 'KEY' }], 'file, its path in KEY'],
    ['a dotenv line', [{ kind: 'dotenv', name: 'A' }], 'dotenv line A'],
    ['an env file line', [{ kind: 'env-file', name: 'A' }], 'env file line A'],
    [
      'variables and outputs, each kind on a line',
      [
        { kind: 'output', name: 'c' },
        { kind: 'variable', name: 'A' },
        { kind: 'variable', name: 'B' },
      ],
      'variables A, Boutput c',
    ],
    [
      'a file, and then the output of its path',
      [
        { kind: 'output', name: 'KEY' },
        { kind: 'file', name: 'KEY' },
      ],
      'file, its path in KEYoutput KEY',
    ],
    [
      'many',
      Array.from({ length: 9 }, (_, index) => ({ kind: 'aws', name: `A${index}` }) as const),
      'AWS variables and outputs A0, A1, A2, A3, A4, A5, A6, A7, and 1 more',
    ],
  ])('says where the result went: %s', (_kind, targets, expected) => {
    expect(view(reportOf({ rows: [rowOf({ targets })] })).rows[0]?.[1]).toBe(expected);
  });

  test.each<[string, SummaryRow['masking']]>([
    ['masked', { kind: 'masked' }],
    ['masked, except server, username', { kind: 'partly', plainFields: ['server', 'username'] }],
    ['not masked, a plain field', { kind: 'plain' }],
    ['⚠️ cannot be masked', { kind: 'unmaskable' }],
  ])('says what the log shows: %s', (expected, masking) => {
    expect(view(reportOf({ rows: [rowOf({ masking })] })).rows[0]?.[2]).toBe(expected);
  });

  test('says when a Secret was asked for by its key, and that its type is not known', () => {
    const rows = [rowOf({ secret: 'secret/Custom/1', from: 'key', type: undefined })];

    expect(view(reportOf({ rows })).rows[0]).toEqual([
      'secret/Custom/1by its key',
      'variable DB_PASSWORD',
      'masked',
      '12 days ago',
      'unknown',
    ]);
  });

  test.each([
    ['2026-08-01T11:02:33Z', 'today'],
    ['2026-07-31T11:02:34Z', 'today'],
    ['2026-07-31T11:02:33Z', '1 day ago'],
    ['2025-08-01T11:02:33Z', '365 days ago'],
    ['2026-08-02T00:00:00Z', 'today'],
    ['not a time', 'unknown'],
  ])('shows the age: %s is %s', (updatedAt, age) => {
    expect(view(reportOf({ rows: [rowOf({ updatedAt: new Date(updatedAt) })] })).rows[0]?.[3]).toBe(age);
  });
});

describe('the runner takes it', () => {
  const wide = (index: number): SummaryRow => {
    const name = `${index}-${"'".repeat(100)}`;
    const targets = Array.from({ length: 20 }, () => ({ kind: 'output', name }) as const);
    return rowOf({ secret: name, type: name, targets, masking: { kind: 'partly', plainFields: [name, name] } });
  };

  test('a thousand Secrets with a few targets each are all shown', () => {
    const targets: SummaryRow['targets'] = [
      { kind: 'variable', name: 'SOME_LONG_NAME_OF_A_VARIABLE' },
      { kind: 'output', name: 'some-long-name-of-an-output' },
    ];
    const rows = Array.from({ length: 1000 }, (_, index) => rowOf({ secret: `secret-number-${index}`, targets }));
    const summary = formatSummary(reportOf({ rows }));

    expect(Buffer.byteLength(summary)).toBeLessThan(MAX_SUMMARY_BYTES);
    expect(view(reportOf({ rows })).rows).toHaveLength(1000);
  });

  test('more than 1 MiB is cut between two rows, with a line that counts the others', () => {
    const report = reportOf({
      rows: [...Array.from({ length: 3000 }, (_, index) => wide(index)), rowOf({ secret: 'old', tooOld: true })],
      files: Array.from({ length: 3000 }, () => `/${'"'.repeat(1000)}`),
      outputs: Array.from({ length: 3000 }, (_, index) => ({ name: "'".repeat(100), crossesJobs: index % 2 === 0 })),
    });
    const { rows, texts } = view(report);
    const size = Buffer.byteLength(formatSummary(report));

    expect(size).toBeLessThan(1_000_001);
    expect(size).toBeGreaterThan(990_000);
    expect(rows[0]?.[0]).toBe('old');
    expect(rows.at(-1)).toEqual([`… and ${3001 - (rows.length - 1)} more, left out of this summary for its size`]);
    expect(texts('details')).toHaveLength(1);
  });
});
