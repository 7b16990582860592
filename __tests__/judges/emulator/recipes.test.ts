import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exampleProject, exampleWriter } from '../../../emulator/chariot/index.js';
import { exampleIdToken } from '../../../emulator/github/id-tokens.js';
import { exampleCredential } from '../../../emulator/iam/index.js';
import { exampleUser } from '../../../emulator/realm/index.js';
import { startProgram } from './running-program.js';

const LIFE = ['expires_in', 'expires_at'];
const JWT = ['bearer_token', 'token_type', ...LIFE, 'claims'];
const FIELDS = [
  'training-s3-access_key_id',
  'training-s3-secret_access_key',
  'training-s3-region',
  'training-s3-endpoint_url',
  'ghcr-server',
  'ghcr-username',
  'ghcr-password',
];
const PYTHON = ['namespace', 'all_acl_subjects', 'all_owner_acl_subjects'];
const SECRETS = [
  exampleWriter.clientSecret,
  ...exampleProject.settings
    .filter(({ type }) => type.startsWith('secret/'))
    .flatMap(({ value }) => (typeof value === 'string' ? value : Object.values(value ?? {}).map(String))),
  'example-backend-client-secret',
  exampleUser.password,
  exampleCredential.refreshToken,
  exampleIdToken.requestToken,
];

/** For each recipe of a platform, the names that it exports; and the requests of the curl lines. */
const PLATFORMS: Readonly<Record<string, { names: [variables: string[], outputs: string[]][]; curl: string[] }>> = {
  chariot: {
    names: [
      [
        ['CHARIOT_TOKEN', 'DB_PASSWORD', ...FIELDS.map((name) => name.toUpperCase().replaceAll('-', '_'))],
        ['bearer_token', 'token_type', ...LIFE, 'db-password', ...FIELDS, 'secrets'],
      ],
    ],
    curl: ['POST login', 'GET ', 'GET ', `GET ${exampleProject.settings[0]?.id}`],
  },
  dataclarity: {
    names: [
      [['DATACLARITY_TOKEN'], [...JWT, 'user']],
      [['DATACLARITY_TOKEN'], JWT],
    ],
    curl: ['POST token', 'GET userinfo', 'POST logout'],
  },
  descarteslabs: {
    names: [
      [['DESCARTESLABS_TOKEN'], [...JWT, 'user', ...PYTHON]],
      [['DESCARTESLABS_TOKEN_INFO_PATH'], [...JWT, ...PYTHON, 'token_info']],
    ],
    curl: ['POST token'],
  },
  earthone: {
    names: [
      [['EARTHONE_TOKEN'], [...JWT, 'user', ...PYTHON]],
      [['EARTHONE_TOKEN_INFO_PATH'], [...JWT, ...PYTHON, 'token_info']],
    ],
    curl: ['POST token'],
  },
  keycloak: {
    names: [
      [['KEYCLOAK_TOKEN'], JWT],
      [['KEYCLOAK_TOKEN'], JWT],
    ],
    curl: ['POST token', 'GET userinfo', 'POST revoke'],
  },
  oauth2: {
    names: [
      [['BEARER_TOKEN'], JWT],
      [['BEARER_TOKEN'], JWT],
    ],
    curl: ['GET openid-configuration', 'POST token', 'GET userinfo', 'POST revoke'],
  },
};

const testOnUnix = process.platform === 'win32' ? test.skip : test;
const testWithCurl = spawnSync('curl', ['--version']).error === undefined ? testOnUnix : test.skip;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recipes-'));
  for (const name of ['cwd', 'temp']) mkdirSync(join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the emulator of a platform, and returns the blocks and the curl lines as it prints them. */
async function introduced(platform: string) {
  const program = startProgram(platform);
  await program.waitFor('Ctrl+C');
  const blocks = program.printed().match(/^ {2}\(\n.+?^ {2}\)$/gms) ?? [];
  const [, curl = ''] = /curl, paste this:\n(.+)^Press Ctrl/ms.exec(program.printed()) ?? [];
  return { program, blocks, curl };
}

/** Runs lines in an empty folder, with nothing but PATH and a folder for temporary files. */
async function shell(lines: string, name = 'bash') {
  const env = { PATH: process.env['PATH'], TMPDIR: join(folder, 'temp') };
  // If stdin is a socket, as a pipe of Node is, bash reads the user's .bashrc.
  const child = spawn(name, ['-c', lines], { cwd: join(folder, 'cwd'), env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { stdout, stderr, code };
}

/** Returns what a block shows: exit codes, names, problems. The log of the action is only searched for secrets. */
function shownBy({ stdout, stderr, code }: Awaited<ReturnType<typeof shell>>) {
  const [job = 'none'] = readdirSync(join(folder, 'temp')).map((name) => join(folder, 'temp', name));
  const after = (label: string) => new RegExp(`^${label}: (.*)$`, 'm').exec(stdout)?.[1]?.trim();
  const [, token] = /^bearer_token<<.+\n(.+)$/m.exec(readFileSync(join(job, 'output'), 'utf8')) ?? [];
  return {
    codes: [code, after('Exit code of the action'), after('Exit code of the post step')],
    variables: after('Names in GITHUB_ENV')?.split(' '),
    outputs: after('Names in GITHUB_OUTPUT')?.split(' '),
    hasToken: token !== undefined,
    visible: [...SECRETS, token ?? ''].filter((secret) => secret !== '' && stdout.includes(secret)),
    commands: stdout.match(/^::(add-mask|debug|error)/gm) ?? [],
    stderr,
    summary: readFileSync(after('Job summary, for a browser') ?? '', 'utf8').slice(0, 4),
    paths: [after('To remove all files'), ...readdirSync(join(folder, 'cwd')), ...readdirSync(join(job, 'temp'))],
    job,
  };
}

const success = { codes: [0, '0', '0'], hasToken: true, visible: [], commands: [], stderr: '', summary: '<h3>' };

describe('The blocks that the emulator prints', () => {
  const cases = Object.entries(PLATFORMS).flatMap(([platform, { names }]) =>
    names.map(([variables, outputs], index) => ({ platform, index, variables, outputs })),
  );

  testOnUnix.each(cases)(
    'Block $index of $platform runs the action and shows only names',
    async ({ platform, index, variables, outputs }) => {
      const { blocks } = await introduced(platform);
      const { job, paths, ...shown } = shownBy(await shell(blocks[index] ?? ''));

      expect(blocks).toHaveLength(PLATFORMS[platform]?.names.length ?? 0);
      expect(shown).toEqual({ ...success, variables, outputs });
      expect(paths).toEqual([`rm -r ${job}`]);
    },
  );

  testOnUnix('A block also runs in sh', async () => {
    const { blocks } = await introduced('keycloak');

    expect(shownBy(await shell(blocks[0] ?? '', 'sh'))).toMatchObject({ ...success, variables: ['KEYCLOAK_TOKEN'] });
  });

  testOnUnix('A block whose login fails shows the exit code of the action', async () => {
    const { blocks } = await introduced('chariot');
    const wrong = blocks[0]?.replace("INPUT_CLIENT_ID='example-writer'", "INPUT_CLIENT_ID='example-unknown'") ?? '';
    const { codes, outputs, visible } = shownBy(await shell(wrong));

    expect({ codes, outputs, visible }).toEqual({ codes: [0, '1', '0'], outputs: ['error_code'], visible: [] });
  });
});

describe('The curl lines that the emulator prints', () => {
  testWithCurl.each(Object.keys(PLATFORMS))('The curl lines of %s succeed and show no secret', async (platform) => {
    const { program, curl } = await introduced(platform);
    const { stdout, stderr, code } = await shell(curl);
    const expected = PLATFORMS[platform]?.curl ?? [];
    const requests = () => [...program.printed().matchAll(/^\S+Z (\S+) \S*\/([^/?\s]*)\S* (\S+) \d+ ms/gm)];
    while (requests().length < expected.length) await once(program.process.stdout, 'data');

    expect([stderr, code]).toEqual(['', 0]);
    expect(stdout).toMatch(/^The token has [1-9]\d+ characters\.$/m);
    expect(SECRETS.filter((secret) => stdout.includes(secret))).toEqual([]);
    expect(requests().map(([, method, name, status]) => `${method} ${name} ${status?.charAt(0)}`)).toEqual(
      expected.map((request) => `${request} 2`),
    );
  });
});
