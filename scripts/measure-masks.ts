// Measures how many masks a value has, and how long the port of the runner's masker searches one line of the log for them.
// Usage: npm run measure-masks -- [--lines N]. On a shared machine, only the ratios of the times are reliable.
import { createHash, randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { textOfMask } from '../__tests__/support/mask-commands.js';
import { createMasker as createRunner } from '../harness/runner/masker.js';
import { createMasker } from '../src/masking/masker.js';

const { values } = parseArgs({ options: { lines: { type: 'string', default: '200' } } });

/** Returns the same random-looking text for the same name in each run. */
const word = (name: string) => createHash('sha256').update(name).digest('base64url');
const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index));
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** A block as a certificate has it, with a random body. */
function certificate(index: number): string {
  const body = times(20, (line) =>
    Buffer.from(word(`${index} ${line}`).repeat(2))
      .toString('base64')
      .slice(0, 64),
  );
  return `# Issuer: CN=Root ${index}\n-----BEGIN CERTIFICATE-----\n${body.join('\n')}\n-----END CERTIFICATE-----\n`;
}

const kubeconfig = `apiVersion: v1
clusters:
- name: production
  cluster: {server: 'https://kubernetes.example.com:6443', certificate-authority-data: ${base64(certificate(0))}}
users:
- name: deployer
  user:
    token: ${word('token')}
    client-key-data: ${base64(certificate(1).replaceAll('CERTIFICATE', 'PRIVATE KEY'))}
`;

const TEXTS: Readonly<Record<string, string>> = {
  'a token': word('token'),
  'a .env file of 200 lines': times(200, (index) => `SERVICE_${index}_KEY="${word(`${index}`)}"\n`).join(''),
  'a kubeconfig': kubeconfig,
  'a CA bundle of 220 kB': times(160, certificate).join(''),
  'JSON with 1,000 leaves': JSON.stringify(
    Object.fromEntries(times(1_000, (index) => word(`${index}`)).map((text, index) => [`f${index}`, text])),
  ),
};

console.log(
  `${'value'.padEnd(28)}${['kB', 'masks', 'in the runner', 'µs per line'].map((head) => head.padStart(15)).join('')}`,
);
for (const [name, text] of Object.entries(TEXTS)) {
  const sent: string[] = [];
  createMasker((commands) => {
    for (const command of commands) sent.push(textOfMask(command));
  }).mask([text]);
  const runner = createRunner();
  for (const mask of sent) runner.add(mask);
  const lines = times(
    Number(values.lines),
    () => `2026-11-30T10:00:00.0000000Z ${randomBytes(45).toString('base64url')}`,
  );
  const start = process.hrtime.bigint();
  for (const line of lines) runner.mask(line);
  const micros = Number(process.hrtime.bigint() - start) / 1000 / lines.length;
  const figures = [text.length / 1000, sent.length, runner.values().length, micros].map((figure) =>
    figure.toFixed(figure < 10 ? 1 : 0),
  );
  console.log(`${name.padEnd(28)}${figures.map((figure) => figure.padStart(15)).join('')}`);
}
