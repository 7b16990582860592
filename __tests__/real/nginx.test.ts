import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Chariot, exampleProject, exampleWriter, startChariot } from '../../emulator/chariot/index.js';
import { VALUE } from '../../harness/jobs/https-job.js';
import { leaksIn } from '../../harness/judges/leaks.js';
import { runAction } from '../../harness/run-action.js';
import {
  issueClient,
  middle,
  open,
  PASSWORD,
  p12,
  read,
  root,
  trust,
  workshop,
} from '../../harness/servers/client-chain.js';
import { type SystemProcess, startSystem } from './support/system-process.js';

const ec = issueClient('client-ec');
const rsa = issueClient('client-rsa', { algorithm: 'rsa' });
let chariot: Chariot;
let nginx: SystemProcess;
beforeAll(async () => {
  chariot = await startChariot();
  nginx = await startSystem({
    program: 'nginx',
    files: ({ port, folder }) => ({
      'server.pem': open.cert,
      'server.key': open.key.toString(),
      'root.pem': read(root),
      'nginx.conf': `
        daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr;
        events {}
        http {
          access_log off;
          client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f;
          uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
          server {
            listen 127.0.0.1:${port} ssl;
            ssl_certificate server.pem; ssl_certificate_key server.key;
            ssl_client_certificate root.pem; ssl_verify_client on; ssl_verify_depth 3;
            location / {
              proxy_pass http://127.0.0.1:${chariot.port}; proxy_http_version 1.1; proxy_set_header Connection "";
            }
          }
        }`,
    }),
    args: (folder) => ['-p', folder, '-c', 'nginx.conf'],
  });
});
afterAll(async () => {
  await nginx?.stop();
  await chariot.close();
});

async function run(inputs: Record<string, string>, scheme = 'https') {
  const { clientId: client_id, clientSecret: client_secret } = exampleWriter;
  const given = { client_id, client_secret, project_id: exampleProject.id, secrets: 'db-password', retries: '0' };
  const job = await runAction({
    inputs: { url: `${scheme}://127.0.0.1:${nginx.port}`, ...given, ...trust, ...inputs },
  });
  const problems = leaksIn(job, [client_secret, VALUE, ...chariot.issuedTokens]);
  return {
    exitCode: job.exitCode,
    variable: job.variables.get('DB_PASSWORD'),
    code: job.outputs.get('error_code'),
    said: job.log.lines.filter((line) => line.startsWith('Error: ')).join('\n'),
    problems,
  };
}

const chain = (issued: typeof ec) => ({ certificate: read(issued) + read(middle), private_key: issued.key });

describe('nginx that requires a client certificate', () => {
  test.each<[form: string, inputs: () => Record<string, string>]>([
    ['an EC key in PEM', () => chain(ec)],
    ['an RSA key in PEM', () => chain(rsa)],
    ['a PKCS#12 file that Node reads', () => ({ pkcs12: p12(rsa), pkcs12_password: PASSWORD })],
    ['a PKCS#12 file that node-forge reads', () => ({ pkcs12: p12(ec, ['-legacy']), pkcs12_password: PASSWORD })],
  ])('nginx accepts a client certificate from %s', async (_form, inputs) => {
    expect(await run(inputs())).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
  });

  test('The error about the page of nginx without a client certificate contains what is required', async () => {
    const { said, ...job } = await run({});

    expect(job).toEqual({ exitCode: 1, variable: undefined, code: 'certificate_required', problems: [] });
    expect(said).toContain('was rejected: the server requires a client certificate. Set `pkcs12`, or ');
  });

  test('The error about the page of nginx after a certificate of another authority contains the reason', async () => {
    const other = workshop.issue('other-ca', { isAuthority: true });
    const unknown = issueClient('unknown', { issuer: other });
    const { said, ...job } = await run({ certificate: unknown.certificate, private_key: unknown.key });

    expect(job).toEqual({ exitCode: 1, variable: undefined, code: 'certificate_refused', problems: [] });
    expect(said).toContain('was rejected: the server does not accept the client certificate.');
  });

  test('The error about the page of nginx after plain http advises https', async () => {
    const { said, ...job } = await run({}, 'http');

    expect(job).toEqual({ exitCode: 1, variable: undefined, code: 'server_unreachable', problems: [] });
    expect(said).toContain('was rejected: this port expects https. Write the address with https://.');
  });
});
