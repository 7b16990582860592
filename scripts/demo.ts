// Shows how the action works: starts the committed bundle as the runner does, with emulated platforms on this machine, and
// prints what a workflow shows.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleProject, exampleWriter, startChariot } from '../emulator/chariot/index.js';
import { type ActionRun, runAction } from '../harness/run-action.js';
import { showPlatforms } from './demo-platforms.js';

const SECRETS = ['db-password | DATABASE_PASSWORD', 'training-s3 | @aws', 'ghcr | @docker', 'ghcr.* | REGISTRY_*'];

/** What docker and aws print in later steps. */
const PRINTED = [
  'Error response from daemon: manifest for ghcr.io/example/private:latest not found: manifest unknown',
  'Could not connect to the endpoint URL: "https://s3.example.com/example-bucket?region=us-east-1"',
];

const jobFolder = mkdtempSync(join(tmpdir(), 'demo-'));
const chariot = await startChariot();
try {
  const inputs = {
    url: chariot.url,
    client_id: exampleWriter.clientId,
    client_secret: exampleWriter.clientSecret,
    project_id: exampleProject.id,
    secrets: SECRETS.join('\n'),
    plain_fields: 'server, endpoint_url, region',
  };
  title('1. A workflow step requests three Secrets: a password, an S3 connection, a login to a container registry');
  print(workflow(inputs));
  const main = await runAction({ inputs, jobFolder });
  title('2. The log of the workflow');
  print(logOf(main));
  title('3. The variables and outputs for later steps, as a log shows them');
  print(table('variable', main, [...main.variables]));
  print('');
  print(table('output', main, [...main.outputs]));
  title('4. The docker configuration, as a log shows it');
  print(
    main.log.masker.mask(readFileSync(join(main.outputs.get('docker_config') ?? '', 'config.json'), 'utf8')).trim(),
  );
  title('5. What docker and aws print in later steps: `plain_fields` keeps the servers readable');
  print(PRINTED.map(main.log.masker.mask).join('\n'));
  title('6. The job summary, without its markup');
  print(plainText(main.summary));
  title('7. The requests that the server received');
  print(chariot.requests.map((request) => `${request.method} ${request.target}`).join('\n'));
  title('8. The post step at the end of the job');
  const post = await runAction({ entry: 'post', state: main.state, jobFolder });
  print(logOf(post));
  title('9. The same step with a misspelled name: nothing is exported');
  const failed = await runAction({ inputs: { ...inputs, secrets: 'db_pasword' } });
  print(logOf(failed));
  print(
    `exit code ${failed.exitCode}, ${failed.variables.size} variables, output error_code: ${failed.outputs.get('error_code')}`,
  );
  check(main, post, failed);
  title('10. The usual login of each other platform: the log of the step and of its post step');
  complain(await showPlatforms(jobFolder, print));
} finally {
  await chariot.close();
  rmSync(jobFolder, { recursive: true, force: true });
}

function workflow(inputs: Record<string, string>): string {
  const given = Object.entries({ ...inputs, client_secret: '${{ secrets.CHARIOT_CLIENT_SECRET }}' });
  const lines = given.map(([name, value]) =>
    value.includes('\n') ? `    ${name}: |\n${value.replace(/^/gm, '      ')}` : `    ${name}: ${value}`,
  );
  return ['- uses: ./', '  id: login', '  with:', ...lines].join('\n');
}

/** Returns the log of a step as the runner shows it without debugging: masked, without debug lines. */
function logOf(run: ActionRun): string {
  return run.log.lines.filter((line) => !line.startsWith('##[debug]')).join('\n');
}

/** Returns the text of the summary, a line for each row and paragraph. */
function plainText(summary: string): string {
  const lines = summary
    .replace(/<\/t[dh]><t[dh][^>]*>/g, ' | ')
    .replace(/<br>/g, '; ')
    .replace(/<[^>]+>/g, '');
  return lines
    .replaceAll('&nbsp;', ' ')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function table(kind: string, run: ActionRun, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${kind} ${name.padEnd(width)}  ${run.log.masker.mask(value)}`).join('\n');
}

/** Fails the demo if the steps did not do what its titles say. */
function check(main: ActionRun, post: ActionRun, failed: ActionRun): void {
  const exported = ['DATABASE_PASSWORD', 'AWS_SECRET_ACCESS_KEY'];
  const shown = exported.filter((name) => main.log.masker.mask(main.variables.get(name) ?? 'missing') !== '***');
  const left = post.leftovers.filter((path) => path.startsWith('_temp/'));
  const hidden = PRINTED.filter((line) => main.log.masker.mask(line) !== line);
  if (
    shown.length + left.length + hidden.length > 0 ||
    main.exitCode !== 0 ||
    post.exitCode !== 0 ||
    failed.exitCode !== 1
  ) {
    complain([
      `exit codes ${main.exitCode}, ${post.exitCode}, ${failed.exitCode}`,
      `not masked: ${shown.join(', ') || 'none'}`,
      `left behind: ${left.join(', ') || 'nothing'}`,
      `hidden: ${hidden.join(', ') || 'nothing'}`,
    ]);
  }
}

function complain(problems: readonly string[]): void {
  if (problems.length > 0) {
    print(`\nThe demo failed: ${problems.join('; ')}`);
    process.exitCode = 1;
  }
}

function title(text: string): void {
  print(`\n${text}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
