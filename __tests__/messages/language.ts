import { secret } from '../../emulator/chariot/index.js';
import { type Case, fetching } from './case.js';

/** A line of `secrets` that the case is named after. */
const line = (text: string, shown = `\`${text}\``) => fetching(shown, text);

const VALUE = 'correct horse battery staple';
const names = (...all: string[]) => all.map((name, index) => secret(name, `${VALUE} ${index}`));

/** The language of `secrets`. */
export const language: readonly Case[] = [
  fetching('Secret missing, near', 'db-pasword'),
  fetching('Secret missing, transposed (`ghrc`) or short (`train-s3`)', 'db-password\nghrc\ntrain-s3'),
  fetching('a setting of that name exists (`default-branch`)', 'default-branch'),
  fetching('a Secret missing among more than ten', 'db-pasword', {
    settings: names('db-password', ...Array.from({ length: 11 }, (_, index) => `deploy-key-${index}`)),
  }),
  fetching('no Secrets at all', 'db-password', { settings: [] }),
  line('db-password -> DB_PASSWORD'),
  line('db-password: DB_PASSWORD'),
  line('DB_PASSWORD=db-password'),
  line('db-password DB_PASSWORD'),
  line('db-password, ghcr'),
  line('["db-password", "ghcr"]'),
  line('ghcr password | REG_PW ;'),
  line('secret/data/ci npm_token | NPM_TOKEN ;'),
  line('- db-password'),
  line("'db-password'"),
  line('db-password |'),
  line('DB_PASSWORD | db-password'),
  line('ghcr | @dcoker'),
  line('db-password | X@fil'),
  line('db-password | docker'),
  line('db-password | NAME@docker'),
  line('db-password | NAME | base64'),
  line('db-password | my-name'),
  line('"db-password'),
  line('"db\\password"'),
  line('"db-password"x'),
  line('""'),
  line('| NAME'),
  line('* | NAME'),
  line('db-password | NAME_*'),
  line('*-* | NAME_*'),
  line('ghcr.* | @docker'),
  line('"ghcr".pass* | X'),
  line('ghcr.pass*'),
  fetching('`ghcr.*`, where `ghcr.old` is a name', 'ghcr.*', { settings: names('ghcr.old', 'ghcr.new') }),
  fetching('two Secrets of one name', 'db-password', {
    settings: [secret('db-password', VALUE), { ...secret('db-password', 'another value'), type: 'secret/Other' }],
  }),
  line('ghcr.pasword', 'field typo'),
  line('db-password.user', 'a field of a single value'),
  line('db-password.*', '`.*` of a single value'),
  fetching('a field that is null', 'pg.user', { settings: [secret('pg', { user: null, host: 'db.example.com' })] }),
  fetching('a field without a letter', 'pg.*', { settings: [secret('pg', { '--': 'a value of it' })] }),
];
