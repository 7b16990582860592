// Shows the action at work: the emulated Chariot, the committed bundle started as the runner would, and what a reader
// of the workflow would see of it. Everything stays on this machine.
import { type ActionRun, runAction } from '../__tests__/support/run-action.js';
import { exampleProject, exampleWriter, startChariot } from '../emulator/chariot.js';

const SECRETS = ['db-password | DATABASE_PASSWORD', 'training-s3', 'ghcr'];

const chariot = await startChariot();
try {
  const inputs = {
    url: chariot.url,
    client_id: exampleWriter.clientId,
    client_secret: exampleWriter.clientSecret,
    project_id: exampleProject.id,
    secrets: SECRETS.join('\n'),
  };
  title('1. A workflow step asks for three Secrets: a single variable, an S3 connection, a container registry');
  print(workflow(inputs));
  const main = await runAction({ inputs });
  title("2. What the workflow's log shows");
  print(logOf(main));
  title('3. What later steps get, as their log would show it');
  print(table('variable', main, [...main.variables]));
  print('');
  print(table('output', main, [...main.outputs]));
  title('4. What the server was asked');
  print(chariot.requests.map((request) => `${request.method} ${request.target}`).join('\n'));
  title('5. The post step, when the job ends');
  const post = await runAction({ entry: 'post', state: main.state });
  print(logOf(post));
  title('6. The same step with a name that is not quite right: nothing is exported');
  const failed = await runAction({ inputs: { ...inputs, secrets: 'db_pasword' } });
  print(logOf(failed));
  print(
    `exit code ${failed.exitCode}, ${failed.variables.size} variables, output error_code: ${failed.outputs.get('error_code')}`,
  );
  check(main, post, failed);
} finally {
  await chariot.close();
}

function workflow(inputs: Record<string, string>): string {
  const given = Object.entries({ ...inputs, client_secret: '${{ secrets.CHARIOT_CLIENT_SECRET }}' });
  const lines = given.map(([name, value]) =>
    value.includes('\n') ? `    ${name}: |\n${value.replace(/^/gm, '      ')}` : `    ${name}: ${value}`,
  );
  return ['- uses: ./', '  id: login', '  with:', ...lines].join('\n');
}

/** The log of a step as the runner shows it when debugging is off: masked, without debug lines. */
function logOf(run: ActionRun): string {
  return run.log.lines.filter((line) => !line.startsWith('##[debug]')).join('\n');
}

function table(kind: string, run: ActionRun, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${kind} ${name.padEnd(width)}  ${run.log.masker.mask(value)}`).join('\n');
}

/** A demo that shows something else than it says would be worse than none. */
function check(main: ActionRun, post: ActionRun, failed: ActionRun): void {
  const exported = ['DATABASE_PASSWORD', 'TRAINING_S3_SECRET_ACCESS_KEY', 'GHCR_PASSWORD'];
  const shown = exported.filter((name) => main.log.masker.mask(main.variables.get(name) ?? 'missing') !== '***');
  if (shown.length > 0 || main.exitCode !== 0 || post.exitCode !== 0 || failed.exitCode !== 1) {
    print(
      `\nThe demo did not go as it should: exit codes ${main.exitCode}, ${post.exitCode}, ${failed.exitCode}; not masked: ${shown.join(', ') || 'none'}`,
    );
    process.exitCode = 1;
  }
}

function title(text: string): void {
  print(`\n${text}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
