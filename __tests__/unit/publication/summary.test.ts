import { describe, expect, test } from '@jest/globals';
import type { SummaryReport } from '../../../src/publication/summary-report.js';
import { reportOf, rowOf, view } from '../../support/summary-view.js';

describe('the headline says what happened', () => {
  const certificate = { token: 'certificate', variable: undefined, expiresAt: undefined } as const;

  test.each<[string, Partial<SummaryReport>]>([
    ['1 Secret from Chariot is ready for the next steps', {}],
    ['3 Secrets from Chariot are ready for the next steps', { secrets: 3 }],
    ['Plan only: 3 Secrets from Chariot checked, nothing exported', { secrets: 3, mode: 'plan' }],
    ['Plan only: Chariot checked, nothing exported', { rows: [], mode: 'plan' }],
    ['The token of R&D is ready for the next steps', { rows: [], platform: 'R&D' }],
    ['Connected to Chariot; no Secrets were asked for', { rows: [], login: certificate }],
  ])('%s', (headline, changes) => {
    expect(view(reportOf(changes)).texts('h3')).toEqual([headline]);
  });
});

describe('below it stands how the login went', () => {
  const fetched = reportOf().login;
  const server = 'https://chariot.example.com';

  test.each<[string, Partial<SummaryReport>]>([
    [`Logged in to ${server}. The token is in CHARIOT_TOKEN and expires 2026-08-01 12:02 UTC.`, {}],
    [`Logged in to ${server}. The token is not exported and expires 2026-08-01 12:02 UTC.`, { mode: 'plan' }],
    [
      `Used the token at hand for ${server}, without a login. The token is in no variable and nobody says when it expires.`,
      { login: { token: 'at-hand', variable: undefined, expiresAt: undefined } },
    ],
    [
      `Used the token that an earlier step got from ${server}. The token is in CHARIOT_TOKEN and expires 2026-08-01 12:02 UTC.`,
      { login: { ...fetched, token: 'shared' } },
    ],
    [
      `Connected to ${server} with the client certificate alone, without a token.`,
      { login: { ...fetched, token: 'certificate' } },
    ],
  ])('%s', (sentence, changes) => {
    expect(view(reportOf(changes)).texts('p')).toEqual([sentence]);
  });
});

describe('what needs attention', () => {
  const old = (secret: string) => rowOf({ secret, tooOld: true });

  test('is named above the table, each Secret once, and stands first in it', () => {
    const short = rowOf({ secret: 'flag', masking: { kind: 'unmaskable' } });
    const { rows, texts } = view(reportOf({ rows: [rowOf(), old('a'), short, old('a'), old('b')] }));

    expect(texts('p').slice(1)).toEqual([
      '⚠️ To rotate, unchanged for more than 90 days: a, b',
      '⚠️ Cannot be masked, so the log may show it: flag',
    ]);
    expect(rows.map(([secret]) => secret)).toEqual(['a', 'flag', 'a', 'b', 'db-password']);
    expect(rows[0]?.[3]).toBe('⚠️ 12 days ago');
    expect(rows[1]?.[2]).toBe('⚠️ cannot be masked');
  });

  test('is a short line also for many', () => {
    const { texts } = view(reportOf({ rows: Array.from({ length: 40 }, (_, index) => old(`s${index}`)) }));

    expect(texts('p')[1]).toBe('⚠️ To rotate, unchanged for more than 90 days: s0, s1, s2, s3, s4, and 35 more');
  });

  test('is a Secret that nobody uses, too', () => {
    expect(view(reportOf({ unnamed: 1 })).texts('p')[1]).toBe(
      '1 more Secret of this project is not used by this step.',
    );
    expect(view(reportOf({ unnamed: 3 })).texts('p')[1]).toBe(
      '3 more Secrets of this project are not used by this step.',
    );
    expect(view(reportOf({ unnamed: undefined })).texts('p')).toHaveLength(1);
  });
});

describe('the details', () => {
  test('tell the owner, the outputs, the files and the time, folded', () => {
    const outputs = [
      { name: 'server', crossesJobs: true },
      { name: 'password', crossesJobs: false },
      { name: 'username', crossesJobs: true },
    ];
    const { texts } = view(reportOf({ outputs, files: ['/tmp/a/key', '/tmp/a/b'] }));

    expect(texts('details')).toHaveLength(1);
    expect(texts('li')).toEqual([
      'Secrets of the project 2kFmBSWjqxWEGarZC9kkeYOpgMD',
      'Outputs that other jobs can use: server, username',
      'Outputs for this job only, since the runner drops a job output that holds a masked text: password',
      'Deleted when the job ends: /tmp/a/key, /tmp/a/b',
      '7 requests in 412 ms',
    ]);
  });

  test('are short for a mere login', () => {
    const timing = { milliseconds: 80, requests: 1 };

    expect(view(reportOf({ rows: [], owner: undefined, timing })).texts('li')).toEqual(['1 request in 80 ms']);
  });
});
