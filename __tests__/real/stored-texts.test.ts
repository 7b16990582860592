import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { secret } from '../../emulator/chariot/index.js';
import { type Job, judge, runJob } from '../../harness/jobs/chariot-job.js';
import { ACCOUNT, ENV_VARIABLES, JDBC_PARAMETERS, KUBE_TOKEN, STORED_TEXTS } from '../support/stored-texts.js';
import { installed } from './support/installed.js';

type Kind = keyof typeof STORED_TEXTS;

/** The variable of each text. */
const VARIABLES: Readonly<Record<Kind, string>> = {
  account: 'ACCOUNT',
  kubeconfig: 'KUBE_CONFIG_TEXT',
  key: 'SIGNING_KEY',
  envFile: 'ENV_TEXT',
  jdbc: 'JDBC_URL',
};

const kinds: readonly Kind[] = ['account', 'kubeconfig', 'key', 'envFile', 'jdbc'];

const jobFolder = mkdtempSync(join(tmpdir(), 'stored-texts-'));
let job: Job;

beforeAll(async () => {
  const secrets = kinds.flatMap((kind) => [`${kind} | ${VARIABLES[kind]}`, `${kind} | ${VARIABLES[kind]}_FILE@file`]);
  const settings = kinds.map((kind) => secret(kind, STORED_TEXTS[kind].text));
  job = await runJob({ settings, jobFolder, inputs: { secrets: secrets.join('\n') } });
});

afterAll(() => rmSync(jobFolder, { recursive: true, force: true }));

test('One step of the action exports all texts, and its log shows none of them', () => {
  const secrets = kinds.flatMap((kind) => STORED_TEXTS[kind].secrets);

  expect(judge(job, secrets)).toMatchObject({ exitCode: 0, problems: [] });
});

/** Where a later step finds a text: `TEXT` is the variable or the output, `FILE` the path of the file. */
type Source = 'variable' | 'file' | 'output';

const SOURCES: readonly Source[] = ['variable', 'file', 'output'];

/** Runs a program as a later step does, with the text of this kind in `TEXT` or in the file `FILE`. */
function run(kind: Kind, source: Source, [program, ...args]: readonly [string, ...string[]]): string {
  const name = VARIABLES[kind];
  const found = {
    variable: { TEXT: job.variables.get(name) },
    file: { FILE: job.variables.get(`${name}_FILE`) },
    output: { TEXT: job.outputs.get(name) },
  }[source];
  return execFileSync(program, args, { env: { PATH: process.env['PATH'], ...found }, encoding: 'utf8' });
}

const bash = (script: string) => ['bash', '--norc', '-euo', 'pipefail', '-c', script] as const;

/** Lets bash pass the text to a command, through a pipe or as its standard input. */
const toCommand = (source: Source, command: string) =>
  bash(source === 'file' ? `<"$FILE" ${command}` : `printf %s "$TEXT" | ${command}`);

const python = (script: string) => `"${installed('s3-python', 'bin', 'python3')}" -c '${script}'`;

const publicKeyOf = (pem: string) => createPublicKey(pem).export({ type: 'spki', format: 'pem' });

describe.each(SOURCES)('A text in the %s of a step', (source) => {
  test.each(kinds)(`A shell reads the text %s unchanged from the ${source}`, (kind) => {
    expect(run(kind, source, toCommand(source, 'cat'))).toBe(STORED_TEXTS[kind].text);
  });

  test(`Python reads the service account from the ${source}`, () => {
    const script = 'import json, sys; json.dump(json.load(sys.stdin), sys.stdout)';

    expect(JSON.parse(run('account', source, toCommand(source, python(script))))).toEqual(ACCOUNT);
  });

  test(`openssl reads the key of the service account that Node reads from the ${source}`, () => {
    const script = 'process.stdout.write(JSON.parse(fs.readFileSync(0, "utf8")).private_key)';
    const command = `"${process.execPath}" -e '${script}' | openssl pkey -pubout`;

    expect(run('account', source, toCommand(source, command))).toBe(publicKeyOf(ACCOUNT.private_key));
  });

  test(`PyYAML reads the kubeconfig from the ${source}`, () => {
    const script = 'import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)';
    const config = JSON.parse(run('kubeconfig', source, toCommand(source, python(script))));

    expect(config.users).toEqual([{ name: 'deployer', user: { token: KUBE_TOKEN } }]);
    expect(config.contexts).toEqual([{ name: 'production', context: { cluster: 'production', user: 'deployer' } }]);
  });

  test(`openssl reads the PEM key from the ${source}`, () => {
    const { text } = STORED_TEXTS.key;

    expect(run('key', source, toCommand(source, 'openssl pkey -pubout'))).toBe(publicKeyOf(text));
  });

  test(`bash sources the .env file from the ${source}`, () => {
    const names = Object.keys(ENV_VARIABLES);
    const file = source === 'file' ? '"$FILE"' : '<(printf %s "$TEXT")';
    const printed = run(
      'envFile',
      source,
      bash(`source ${file}; printf '%s\\0' ${names.map((name) => `"$${name}"`).join(' ')}`),
    );

    // The shell expands a dollar sign in double quotes only before a name; the file has it in single quotes.
    expect(printed.split('\0').slice(0, -1)).toEqual(Object.values(ENV_VARIABLES));
  });

  test(`Python reads the parameters of the JDBC URL from the ${source}`, () => {
    const script = [
      'import json, sys',
      'from urllib.parse import parse_qsl, urlsplit',
      'url = urlsplit(sys.stdin.read().removeprefix("jdbc:"))',
      'json.dump([url.hostname, url.port, url.path, dict(parse_qsl(url.query))], sys.stdout)',
    ].join('\n');

    expect(JSON.parse(run('jdbc', source, toCommand(source, python(script))))).toEqual([
      'db.internal',
      5432,
      '/app',
      JDBC_PARAMETERS,
    ]);
  });
});
