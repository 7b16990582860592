import { describe, expect, test } from '@jest/globals';
import { publicationOf, type StepInputs, type Values } from '../../support/fetched-run.js';

const LOGIN = { server: 'ghcr.io', username: 'octocat', auth: { password: 'hunter-2' } };
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** The notices and the log of a step that mention `plain_fields` or a login. */
const noticesOf = (inputs: StepInputs, values: Values) =>
  publicationOf(inputs, values).notices.filter((text) => text.includes('plain_fields'));
const loginsOf = (inputs: StepInputs, values: Values) =>
  publicationOf(inputs, values)
    .infos.map(({ title }) => title)
    .filter((text) => text.includes(': a login to '));

describe('plainNotices', () => {
  const GH = { server: 'gh', username: 'u', auth: { token: 'xy', pin: 'long-enough' } };

  test.each<[string, readonly [secrets: string, plain: string], string[]]>([
    ['a misspelled one', ['ghcr', 'servr, username'], ['servr']],
    ['one that is only the end of a path', ['ghcr', 'token'], ['token']],
    ['an object', ['ghcr', 'auth'], ['auth']],
    ['none that one of the Secrets has', ['ghcr\ndb', 'server, auth.pin'], []],
    ['none that a line requests', ['ghcr.server', 'server'], []],
    ['one of a field that no line requests', ['ghcr.server', 'server, username'], ['username']],
    ['each, if nothing has fields', ['db', 'server'], ['server']],
    ['none that a line selects with `.*`', ['ghcr.*', 'server, auth.pin'], []],
    ['a path below that of a line with `.*`', ['ghcr.auth.*', 'pin'], ['pin']],
    ['none below that of a line with `.*`', ['ghcr.auth.*', 'auth.pin'], []],
    ['none in JSON in a field', ['json', 'cfg.host'], []],
    ['one that JSON in a field does not have', ['json', 'cfg.port'], ['cfg.port']],
  ])('There is a notice for an entry of `plain_fields` that no Secret has: %s', (_what, [secrets, plain], missing) => {
    const values = { ghcr: GH, db: 'long-enough', json: { cfg: '{"host":"example.com"}' } };
    const notices = noticesOf({ secrets, plain_fields: plain }, values);

    expect(notices.filter((text) => text.includes('which is not a field'))).toEqual(
      missing.map((name) => `\`plain_fields\` contains "${name}", which is not a field of these Secrets.`),
    );
  });

  test.each<[string, { value: unknown; plain: string; line?: string; hidden: string[] }]>([
    ['nothing, if no mask contains it', { value: LOGIN, plain: 'server', hidden: [] }],
    [
      'a field that contains the text of another one',
      { value: { ...LOGIN, username: 'ghcr' }, plain: 'server', hidden: ['"server" of Secret "x"'] },
    ],
    [
      'a field that has the text of another one',
      { value: { ...LOGIN, host: 'ghcr.io' }, plain: 'server', hidden: ['"server" of Secret "x"'] },
    ],
    [
      'nothing, if all these fields are plain',
      { value: { ...LOGIN, host: 'ghcr.io' }, plain: 'server, host', hidden: [] },
    ],
    [
      'a field in JSON in a field',
      { value: { cfg: '{"host":"ghcr.io","user":"ghcr"}' }, plain: 'cfg.host', hidden: ['"cfg.host" of Secret "x"'] },
    ],
    [
      'a field that several lines request, once',
      {
        value: { ...LOGIN, username: 'ghcr' },
        plain: 'server',
        line: 'x.server\nx\nx | Y',
        hidden: ['"server" of Secret "x"'],
      },
    ],
  ])('A notice names what another mask hides: %s', (_what, { value, plain, line = 'x', hidden }) => {
    expect(noticesOf({ secrets: line, plain_fields: plain }, { x: value })).toEqual(
      hidden.map((name) => `\`plain_fields\`: another mask hides ${name}, or a part of it.`),
    );
  });
});

/** Where a login leads to, and what follows the sentence. */
interface Shown {
  readonly to: string;
  readonly more?: string;
}

describe('addressLines', () => {
  const S3 = { access_key: 'AKIA', secret_key: 'hunter-2' };
  const AT = { ...S3, endpoint: 'https://s3.example.com', port: '9000' };
  const hidden = (setting: string) => ({
    to: 'a masked address',
    more: ` To show it, set \`plain_fields: ${setting}\`.`,
  });

  test.each<[string, { value: unknown; line?: string; plain?: string; shown: Shown }]>([
    ['that is a plain field', { value: LOGIN, plain: 'server', shown: { to: 'the registry "ghcr.io"' } }],
    ['that is a field', { value: LOGIN, shown: hidden('server') }],
    ['that is a URL', { value: { ...LOGIN, server: 'https://GHCR.io/v2/' }, shown: hidden('server') }],
    ['of Docker Hub', { value: { ...LOGIN, server: 'https://index.docker.io/v1/' }, shown: hidden('server') }],
    ['with a separate port', { value: { ...LOGIN, server: 'r.corp', port: 5000 }, shown: hidden('server, port') }],
    [
      'with a separate port, and fields that only resemble a port',
      {
        value: { ...LOGIN, server: 'r.corp', port: ' 5000 ', portal: '5000', pin: '5000', 'other port': '5001' },
        shown: hidden('server, port'),
      },
    ],
    ['that is two fields', { value: { ...LOGIN, url: 'https://ghcr.io' }, shown: hidden('server, url') }],
    [
      'that is two fields, one of them plain',
      { value: { ...LOGIN, url: 'https://ghcr.io' }, plain: 'username, url', shown: hidden('username, url, server') },
    ],
    [
      'that is a nested field',
      {
        value: { registry: { host: 'ghcr.io' }, login: { user: 'octocat', pass: 'hunter-2' } },
        shown: hidden('registry.host'),
      },
    ],
    [
      'in JSON in a field',
      {
        value: { cfg: JSON.stringify({ server: 'ghcr.io', user: 'octocat' }), pass: 'hunter-2' },
        shown: hidden('cfg.server'),
      },
    ],
    [
      'in a field that the line selects',
      {
        value: { reg: { server: 'ghcr.io', user: 'octocat', pass: 'hunter-2' } },
        line: 'x.reg',
        shown: hidden('reg.server'),
      },
    ],
    [
      'in a field whose name could be a command',
      {
        value: { '::host': 'ghcr.io', user: 'octocat', pass: 'hunter-2' },
        shown: { to: 'a masked address', more: ' To show it, set `\u{f0000}plain_fields: ::host\u{f0003}`.' },
      },
    ],
    [
      'in a dockerconfigjson',
      {
        value: { auths: { 'ghcr.io': { auth: base64('octocat:hunter-2') } } },
        shown: { to: 'a masked address', more: ' No field contains only the address, or another mask hides it.' },
      },
    ],
    [
      'that is only a part of a text',
      {
        value: { ...LOGIN, note: 'docker login ghcr.io -p hunter-2' },
        shown: hidden('server'),
      },
    ],
  ])(
    'The log names the address of a login, or how to show an address %s',
    (_what, { value, line = 'x', plain = '', shown }) => {
      const who = line === 'x' ? 'Secret "x"' : 'Field "reg" of Secret "x"';

      expect(loginsOf({ secrets: `${line} | @docker`, plain_fields: plain }, { x: value })).toEqual([
        `@docker: a login to ${shown.to}, from ${who}.${shown.more ?? ''}`,
      ]);
    },
  );

  test.each<[string, unknown, { plain?: string; lines: Shown[] }]>([
    ['a masked endpoint', AT, { lines: [hidden('endpoint, port')] }],
    ['a plain endpoint', AT, { plain: 'endpoint, port', lines: [{ to: '"https://s3.example.com:9000"' }] }],
    ['no endpoint', S3, { lines: [] }],
  ])('The log names the address of @aws with %s', (_what, value, { plain = '', lines }) => {
    expect(loginsOf({ secrets: 's3 | @aws', plain_fields: plain }, { s3: value })).toEqual(
      lines.map(({ to, more = '' }) => `@aws: a login to ${to}, from Secret "s3".${more}`),
    );
  });

  test.each<[string, string, unknown]>([
    ['whose address was unmasked', 'x | @docker', LOGIN],
    [
      'whose nested address was unmasked',
      'x.reg | @docker',
      { reg: { host: 'ghcr.io', user: 'u-1', pass: 'hunter-2' } },
    ],
    ['whose address in JSON was unmasked', 'x | @docker', { cfg: '{"host":"ghcr.io","user":"u-1"}', pass: 'hunter-2' }],
    ['whose address has a port', 'x | @docker', { ...LOGIN, server: 'https://reg.corp/v2', port: 5000 }],
    ['of Docker Hub', 'x | @docker', { ...LOGIN, server: 'https://hub.docker.com/', port: '' }],
    ['whose endpoint was unmasked', 'x | @aws', AT],
  ])('The setting of the line shows the address of a login %s', (_what, secrets, value) => {
    const [before] = loginsOf({ secrets }, { x: value });
    const setting = /`plain_fields: (.+)`/.exec(before ?? '')?.[1];

    expect(loginsOf({ secrets, plain_fields: setting ?? 'none' }, { x: value })).toEqual([
      expect.stringMatching(
        / to (?:the registry )?"(?:ghcr\.io|docker\.io|reg\.corp:5000|https:\/\/s3\.example\.com:9000)", from /,
      ),
    ]);
  });
});
