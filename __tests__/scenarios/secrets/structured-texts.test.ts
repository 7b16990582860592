import { describe, expect, test } from '@jest/globals';
import { secret } from '../../../emulator/chariot/index.js';
import { judge, LOGGED_IN, listed, runJob, success, TOKEN_OUTPUTS } from '../../../harness/jobs/chariot-job.js';
import { DECRYPTED_1 } from '../../support/one-secret.js';

const CERTIFICATE = `# Issuer: CN=Root\n-----BEGIN CERTIFICATE-----\n${'Ab1+'.repeat(16)}\n-----END CERTIFICATE-----\n`;

/** Runs a step that exports one Secret as one variable. */
const fetchText = (text: string, secrets = 'text') => runJob({ settings: [secret('text', text)], inputs: { secrets } });

/** The verdict on a step that exported these outputs and variables, with more lines in its log. */
const exported = (outputs: Record<string, string>, ...lines: string[]) => {
  const names = Object.keys(outputs);
  const variables = Object.entries(outputs).map(
    ([name, text]) => [name.toUpperCase().replaceAll('-', '_'), text] as const,
  );
  return success({
    log: [
      LOGGED_IN,
      DECRYPTED_1,
      ...lines,
      ...listed(`Outputs: bearer_token, token_type, expires_in, expires_at, ${names.join(', ')}, secrets.`),
      ...listed(`Variables: CHARIOT_TOKEN, ${variables.map(([name]) => name).join(', ')}.`),
    ],
    variables: { CHARIOT_TOKEN: '<token>', ...Object.fromEntries(variables) },
    outputs: { ...TOKEN_OUTPUTS, ...outputs, secrets: JSON.stringify(outputs) },
  });
};

describe('A text of several parts', () => {
  test('The secret part of a .env file is masked, in every encoding', async () => {
    const text = 'API_TOKEN=tok-sntrys-99A7c1\n';

    expect(judge(await fetchText(text), ['tok-sntrys-99A7c1'])).toEqual(exported({ text }));
  });

  test('JSON with a byte order mark, a comment and a trailing comma has fields', async () => {
    const text = '\ufeff{\n  // the login\n  "user": "maria-1",\n  "password": "hunter-2-abc",\n}\n';

    expect(judge(await fetchText(text, 'text.*'), ['maria-1', 'hunter-2-abc'])).toEqual(
      exported({ 'text-user': 'maria-1', 'text-password': 'hunter-2-abc' }),
    );
  });

  test('Public certificates are not masked, and the log and the summary say so', async () => {
    const job = await fetchText(CERTIFICATE.repeat(3));
    const line = 'Not masked, because certificates and public keys are not secret: Secret "text".';

    expect(judge(job)).toEqual(exported({ text: CERTIFICATE.repeat(3) }, line));
    expect(job.log.masker.mask(CERTIFICATE)).toBe(CERTIFICATE);
    expect(job.summary.replaceAll('&nbsp;', ' ')).toContain('<td>not masked, public PEM</td>');
    expect(job.summary).toContain('<li>Outputs that other jobs can use: <code>token_type</code>');
  });

  test('A Secret with 21,000 items is exported with a warning, and every item is masked', async () => {
    const items = Array.from({ length: 21_000 }, (_, index) => `k${index}`.padStart(6, '-'));
    const job = await fetchText(JSON.stringify(items), 'text | LIST@file');
    const masked = new Set(job.log.masker.values());

    expect(job.exitCode).toBe(0);
    expect(job.log.lines).toContain(
      'Warning: Secret "text" needs more than 5,000 masks. Some of its encoded forms or lines are not masked.',
    );
    expect(items.filter((item) => !masked.has(item))).toEqual([]);
  }, 60_000);
});
