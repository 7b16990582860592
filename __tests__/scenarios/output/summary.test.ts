import { describe, expect, test } from '@jest/globals';
import { exampleProject, type Setting, secret } from '../../../emulator/chariot/index.js';
import { type Job, judge, listed, runJob } from '../../../harness/jobs/chariot-job.js';
import { viewText } from '../../support/summary-view.js';

const GHCR = { server: 'ghcr.io', username: 'octocat', password: 'password of the octocat' };
const DAY = 24 * 60 * 60;
const NOW = Math.floor(Date.now() / 1000);
const ghcr = { ...secret('ghcr', GHCR, 'secret/ContainerRegistry'), updatedAt: NOW - 100 * DAY };
const flag = { ...secret('flag', 'true'), updatedAt: NOW };
const nasty = { ...secret('<img src=x> | **a** `b`', 'value of the nasty one'), updatedAt: NOW - DAY };
const SETTINGS: Setting[] = [ghcr, flag, nasty, secret('unused', 'value of the unused')];
const SECRETS = ['password of the octocat', 'value of the nasty one', 'value of the unused'];
const INPUTS = {
  secrets: 'ghcr\nghcr.server | REGISTRY\nflag | FLAG@file\n"<img src=x> | **a** `b`" | NASTY@dotenv',
  plain_fields: 'server',
  rotate_after_days: '90',
};

/** The summary of a step that succeeded, as a browser shows it. */
async function summaryOf(inputs: Record<string, string> = {}): Promise<ReturnType<typeof viewText> & { job: Job }> {
  const job = await runJob({ settings: SETTINGS, inputs: { ...INPUTS, ...inputs } });
  const { exitCode, problems } = judge(job, SECRETS);
  expect({ exitCode, problems }).toEqual({ exitCode: 0, problems: [] });
  return { ...viewText(job.summary), job };
}

describe('The job summary', () => {
  test('The summary shows each Secret, its targets, its age, and how it is masked', async () => {
    const { head, rows, texts } = await summaryOf();

    expect(texts('h3')).toEqual(['3 Secrets from Chariot are ready for the next steps']);
    expect(head).toEqual(['Secret', 'Exported as', 'In the log', 'Last changed', 'Type']);
    expect(new Set(rows.map((row) => row.join(' / ')))).toEqual(
      new Set([
        'ghcr / variable GHCRoutput ghcr / masked, except server / ⚠️ 100 days ago / ContainerRegistry',
        'ghcr.server / variable REGISTRYoutput REGISTRY / not masked, a plain field / ⚠️ 100 days ago / ContainerRegistry',
        'flag / file, its path in FLAGoutput FLAG / ⚠️ cannot be masked / today / Custom',
        `<img src=x> | **a** \`b\` / dotenv line NASTY / masked / 1 day ago / Custom`,
      ]),
    );
  });

  test('The summary shows each field of `.*`, and calls an empty field empty', async () => {
    const settings = [secret('pg', { user: 'name of the user', note: null, deep: { host: 'db.internal' } })];
    const job = await runJob({ settings, inputs: { secrets: 'pg.* | MAIN_*', plain_fields: 'deep.host' } });

    expect(viewText(job.summary).rows.map((row) => row.slice(0, 3))).toEqual([
      ['pg.user', 'variable MAIN_USERoutput MAIN_USER', 'masked'],
      ['pg.note', 'variable MAIN_NOTEoutput MAIN_NOTE', 'empty'],
      ['pg.deep.host', 'variable MAIN_DEEP_HOSToutput MAIN_DEEP_HOST', 'not masked, a plain field'],
    ]);
  });

  test('The summary and the log agree that another mask hides a plain field', async () => {
    const settings = [secret('ghcr', { ...GHCR, username: 'ghcr' })];
    const inputs = {
      secrets: 'ghcr.server | REGISTRY; ghcr | @docker',
      plain_fields: 'server',
      token_variable: 'none',
    };
    const job = await runJob({ settings, inputs });
    const { rows, texts } = viewText(job.summary);

    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['***.server', 'variable REGISTRYoutput REGISTRY', 'maskedanother mask hides server'],
      ['***', 'docker login for ***.io', 'maskedanother mask hides server'],
    ]);
    expect(texts('li').filter((text) => text.startsWith('Outputs'))).toEqual([
      'Outputs that other jobs can use: token_type, expires_in, expires_at',
      'Outputs for this job only, since the runner drops a job output that contains a masked text: bearer_token, REGISTRY, secrets',
    ]);
    expect(judge(job).log.slice(2, 13)).toEqual([
      'Notice: `plain_fields`: another mask hides "server" of Secret "***", or a part of it.',
      '@docker: a login to a masked address, from Secret "***". No field contains only the address, or another mask hides it.',
      ...listed('Outputs: bearer_token, token_type, expires_in, expires_at, REGISTRY, docker_config, secrets.'),
    ]);
  });

  test('The summary warns about old Secrets and unmasked values, and counts the Secrets that no line names', async () => {
    const { texts } = await summaryOf();

    expect(texts('p').slice(1)).toEqual([
      '⚠️ To rotate, unchanged for more than 90 days: ghcr',
      '⚠️ Cannot be masked, so the log may show it: flag',
      'In a later step (variables as in bash)',
      '1 more Secret of this project is not used by this step.',
    ]);
  });

  test('The summary shows when the token expires, and which outputs other jobs can use', async () => {
    const { texts, job } = await summaryOf();
    const [login] = texts('p');
    const minute = job.outputs.get('expires_at')?.slice(0, 16).replace('T', ' ');

    expect(login).toBe(
      `Logged in to ${job.url} with the client example-writer. The token is in CHARIOT_TOKEN and expires ${minute} UTC.`,
    );
    expect(texts('li')).toEqual([
      'The token: $CHARIOT_TOKEN',
      'A variable: $GHCR',
      'An output: ${{ steps.STEP_ID.outputs.ghcr }}',
      'The path of a file: $FLAG',
      'The dotenv file: set -a; source "${{ steps.STEP_ID.outputs.dotenv }}"',
      'This step has no ID. To use its outputs, add id: STEP_ID to it',
      `Secrets of the project ${exampleProject.id}`,
      'Outputs that other jobs can use: token_type, expires_in, expires_at, REGISTRY',
      'Outputs for this job only, since the runner drops a job output that contains a masked text: bearer_token, ghcr, secrets',
      expect.stringMatching(/^Deleted when the job ends: .*bearer-login-/),
      expect.stringMatching(/^5 requests in \d+ ms$/),
    ]);
  });

  test('The summary of a plan shows what would be exported', async () => {
    const { texts, head } = await summaryOf({ plan: 'true' });

    expect(texts('h3')).toEqual(['Plan only: 3 Secrets from Chariot checked, nothing exported']);
    expect(head?.[1]).toBe('Would be exported as');
  });

  test('A step with `summary: false` has no summary', async () => {
    const job = await runJob({ settings: SETTINGS, inputs: { ...INPUTS, summary: 'false' } });

    expect([job.exitCode, job.raw.summary]).toEqual([0, '']);
  });

  test('A runner without a summary is accepted', async () => {
    const env = { GITHUB_STEP_SUMMARY: '' };
    const job = await runJob({ settings: SETTINGS, inputs: INPUTS, env });

    expect(job.exitCode).toBe(0);
    expect(job.variables.get('REGISTRY')).toBe('ghcr.io');
  });

  test('A summary that cannot be written fails the step, and nothing is exported', async () => {
    const env = { GITHUB_STEP_SUMMARY: '/no-such-folder/summary' };
    const job = await runJob({ settings: SETTINGS, inputs: INPUTS, env });

    expect(judge(job, SECRETS)).toMatchObject({
      exitCode: 1,
      outputs: { error_code: 'publication_failed' },
      variables: {},
      problems: [],
    });
  });
});
