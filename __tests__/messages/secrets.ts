import { exampleReader, secret } from '../../emulator/chariot/index.js';
import { type Case, fetching } from './case.js';

const { clientId: client_id, clientSecret: client_secret } = exampleReader;
const VALUE = 'correct horse battery staple';
const json = (body: string) =>
  ({ kind: 'answer', status: 200, headers: { 'content-type': 'application/json' }, body }) as const;
const one = [secret('db-password', VALUE)];

/** A Secret with this value, and the line that uses it. */
const value = (name: string, stored: Parameters<typeof secret>[1], line: string) =>
  fetching(name, line, { settings: [secret('x', stored)] });
const names = (name: string, line: string, inputs: Record<string, string> = {}) => fetching(name, line, { inputs });

/** Secrets on the server, and what becomes of them. */
export const secrets: readonly Case[] = [
  fetching('wrong project', 'db-password', { inputs: { project_id: 'my-project' } }),
  fetching('Reader may not decrypt', 'db-password', { inputs: { client_id, client_secret } }),
  fetching('no role in the project', 'db-password', {
    tenant: { clients: [{ ...exampleReader, roles: {} }] },
    inputs: { client_id, client_secret },
  }),
  fetching('a replica that does not know the new token', 'db-password', {
    settings: one,
    faults: [['decrypt', { kind: 'status', status: 401 }, { first: 1 }]],
    part: 'log',
  }),
  fetching('a Secret that is deleted meanwhile', 'db-password', {
    settings: one,
    faults: [['decrypt', { kind: 'status', status: 404 }]],
  }),
  fetching('a key that does not exist', 'secret/Custom/2kFm | A'),
  fetching('a Secret that is not decrypted', 'x', { settings: [secret('x', '********')] }),
  fetching('a Secret whose value is null', 'x', { settings: [secret('x', null)] }),
  fetching('a list without a list', 'db-password', { faults: [['list', json('{"data":{}}')]] }),
  fetching('a list with an unusable Secret', 'db-password', {
    faults: [['list', json('{"data":[{"_type":"secret/A","name":"a","_id":"i","_key":"secret/../i"}]}')]],
  }),
  fetching('another Secret than the requested one', 'db-password', {
    settings: one,
    faults: [['decrypt', json('{"_key":"secret/Custom/other","value":"value of another"}')]],
  }),
  fetching('an answer without a value', 'db-password', { settings: one, faults: [['decrypt', json('[]')]] }),
];

/** Names of variables and outputs, and values that a target cannot contain. */
export const namesAndValues: readonly Case[] = [
  names('two equal lines', 'db-password\ndb-password'),
  names('two lines with one target', 'db-password | TOKEN\nghcr | TOKEN'),
  names('the variable of the token', 'db-password | CHARIOT_TOKEN'),
  names('an output of the action', 'db-password | secrets'),
  names('`db-password | NODE_OPTIONS`', 'db-password | NODE_OPTIONS'),
  names('`db-password | NUL@file`', 'db-password | NUL@file'),
  fetching('a Secret that is called `path`', 'path', { settings: [secret('path', VALUE)] }),
  fetching('a Secret whose name has no letter', '"--"', { settings: [secret('--', VALUE)] }),
  names('`*` without a prefix', '*'),
  fetching('two Secrets for one registry', 'ghcr-read | @docker\nghcr-write | @docker', {
    settings: ['ghcr-read', 'ghcr-write'].map((name) =>
      secret(name, { server: 'ghcr.io', username: name, password: `${VALUE} ${name}` }),
    ),
  }),
  names('two `@aws`', 'training-s3 | @aws\ntraining-s3 | @aws'),
  names('`db-password | base64` (no base64)', 'db-password | base64'),
  names('`db-password | hex` (no hex)', 'db-password | hex'),
  value('bytes that are no text', Buffer.from([255, 254, 0]).toString('base64'), 'x | base64'),
  value('a NUL character', 'a\0b and more', 'x'),
  value('half of a character', 'half \ud800 of it', 'x'),
  value('a variable that is too large', 'v'.repeat(200_000), 'x'),
  fetching('an output that is too large', 'x', {
    settings: [secret('x', 'v'.repeat(700_000))],
    inputs: { export_env: 'false' },
  }),
  value('a Secret that is too large', 'v'.repeat(1_100_000), 'x'),
  names('`db-password | @docker`', 'db-password | @docker'),
  value(
    '`@docker` of an unusable server',
    { server: 'not a host', username: 'octocat', password: VALUE },
    'x | @docker',
  ),
  value('`@docker` of a dockerconfigjson without a login', { auths: { 'ghcr.io': {} } }, 'x | @docker'),
  names('`ghcr | @aws`', 'ghcr | @aws'),
  names('`db-password | @aws`', 'db-password | @aws'),
  value(
    '`@aws` with two keys',
    { access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_access_key_id: 'AKIAIOSFODNN8EXAMPLE', secret_access_key: VALUE },
    'x | @aws',
  ),
  value(
    '`@aws` with an unusable region',
    { access_key_id: 'AKIAIOSFODNN7EXAMPLE', secret_access_key: 'wJalrXUtnFEMI', region: 'us east' },
    'x | @aws',
  ),
  value(
    '`@aws` with an unusable endpoint',
    {
      access_key_id: 'AKIAIOSFODNN7EXAMPLE',
      secret_access_key: 'wJalrXUtnFEMI',
      endpoint_url: 'https://a:b@s3.example.com',
    },
    'x | @aws',
  ),
  value('`@dotenv` with both kinds of quotes', 'it\'s "quoted"', 'x | X@dotenv'),
  value('`@dotenv` with a carriage return', 'first\r\nsecond line', 'x | X@dotenv'),
  names('`@dotenv` with a variable of bash', 'db-password | UID@dotenv'),
  value('`@env-file` with a line end', 'first line\nsecond line', 'x | X@env-file'),
];
