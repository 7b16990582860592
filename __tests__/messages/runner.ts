import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJob } from '../../harness/jobs/chariot-job.js';
import { alone, type Case, chariot, fetching, type Part } from './case.js';

/** A step of a job whose HOME contains this docker configuration. */
const withDocker = (name: string, prepare: (home: string) => void, part: Part = 'error') =>
  alone(name, 'chariot', {
    part,
    async run() {
      const jobFolder = mkdtempSync(join(tmpdir(), 'messages-'));
      try {
        mkdirSync(join(jobFolder, 'home', '.docker'), { recursive: true });
        prepare(join(jobFolder, 'home'));
        const run = await runJob({ inputs: { secrets: 'ghcr | @docker' }, jobFolder });
        return { ...run, log: { ...run.log, lines: run.log.lines.map((line) => line.replaceAll(jobFolder, '/root')) } };
      } finally {
        rmSync(jobFolder, { recursive: true });
      }
    },
  });

const broken = "globalThis.URLSearchParams = class { constructor() { throw new TypeError('form is not iterable'); } };";

/** The runner, the machine, and defects of the action. */
export const runner: readonly Case[] = [
  chariot('a runner without a file for outputs', { env: { GITHUB_OUTPUT: '' } }),
  fetching('a runner without a folder for files', 'db-password | KEY@file', { env: { RUNNER_TEMP: '' } }),
  chariot('a file for outputs that cannot be written', { env: { GITHUB_OUTPUT: '/' } }),
  chariot('a file for variables that does not exist', { env: { GITHUB_ENV: '/nowhere/env' } }),
  withDocker('a docker configuration that is not JSON', (home) =>
    writeFileSync(join(home, '.docker', 'config.json'), 'no JSON'),
  ),
  withDocker('a docker configuration that cannot be read', (home) => mkdirSync(join(home, '.docker', 'config.json'))),
  withDocker(
    'docker with a credential store',
    (home) => writeFileSync(join(home, '.docker', 'config.json'), '{"credsStore":"desktop"}'),
    'remarks',
  ),
  chariot('a defect of the action', {
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(broken)}` },
  }),
];
