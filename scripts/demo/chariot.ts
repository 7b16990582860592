// The steps of the demo on Chariot, from a step that succeeds to one that is corrected.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chariot, exampleProject, exampleWriter, type Owner, startChariot } from '../../emulator/chariot/index.js';
import { type ActionRun, runAction } from '../../harness/run-action.js';
import { correctSecrets } from './corrections.js';

const STEP_ID = 'chariot';

/** The environment of each step: its ID. */
const env = { GITHUB_ACTION: STEP_ID };

const SECRETS = ['db-password | DATABASE_PASSWORD', 'training-s3 | @aws', 'ghcr | @docker', 'ghcr.* | REGISTRY_*'];

/** A misspelled name, and a line in the notation of another tool. */
const WRONG_SECRETS = ['db_pasword | DATABASE_PASSWORD', 'ghcr.password -> REGISTRY_PASSWORD', 'training-s3 | @aws'];

const DAY = 24 * 60 * 60;

/** How long ago each Secret was changed, in days: one of them is due for rotation. */
const AGES: Readonly<Record<string, number>> = { 'db-password': 12, 'training-s3': 140, ghcr: 35 };

/** What the steps on Chariot did. */
export interface ChariotRuns {
  /** The inputs of the first step. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly main: ActionRun;
  readonly post: ActionRun;
  /** The docker configuration that the first step wrote, before the post step removed it. */
  readonly dockerConfig: string;
  /** A step with a wrong client secret. */
  readonly refused: ActionRun;
  /** A step with wrong lines in `secrets`, and the same step after its message was followed. */
  readonly misspelled: { readonly secrets: string; readonly run: ActionRun };
  readonly corrected: { readonly secrets: string; readonly run: ActionRun };
  /** A plan of everything that the project has. */
  readonly plan: ActionRun;
}

/** Starts an emulated Chariot, runs all steps against it, and stops it. */
export async function runChariot(jobFolder: string): Promise<ChariotRuns> {
  const chariot = await startChariot({ owners: [projectOf(Date.now() / 1000)] });
  try {
    return await runSteps(chariot, jobFolder);
  } finally {
    await chariot.close();
  }
}

async function runSteps(chariot: Chariot, jobFolder: string): Promise<ChariotRuns> {
  const inputs = {
    url: chariot.url,
    client_id: exampleWriter.clientId,
    client_secret: exampleWriter.clientSecret,
    project_id: exampleProject.id,
    secrets: SECRETS.join('\n'),
    plain_fields: 'server, endpoint_url, region',
  };
  const step = (changes: Partial<typeof inputs> & Record<string, string>) =>
    runAction({ inputs: { ...inputs, ...changes }, env, jobFolder });
  const main = await step({});
  const folder = main.outputs.get('docker_config');
  const dockerConfig = folder === undefined ? '' : readFileSync(join(folder, 'config.json'), 'utf8');
  const post = await runAction({ entry: 'post', state: main.state, jobFolder });
  const plain_fields = 'endpoint_url, region';
  const wrong = WRONG_SECRETS.join('\n');
  const failed = await step({ secrets: wrong, plain_fields });
  const secrets = correctSecrets(wrong, messagesOf(failed));
  const corrected = await step({ secrets, plain_fields });
  await runAction({ entry: 'post', state: corrected.state, jobFolder });
  return {
    inputs,
    ...{ main, post, dockerConfig },
    refused: await step({ client_secret: 'a-secret-of-last-year' }),
    misspelled: { secrets: wrong, run: failed },
    corrected: { secrets, run: corrected },
    plan: await step({ secrets: '*', plan: 'true', rotate_after_days: '90', plain_fields: '' }),
  };
}

/** The example project, whose Secrets were changed some days before today, so that the age in a picture never changes. */
function projectOf(now: number): Owner {
  const settings = exampleProject.settings.map((setting) => ({
    ...setting,
    updatedAt: Math.floor(now) - (AGES[setting.name] ?? 0) * DAY,
  }));
  return { ...exampleProject, settings };
}

/** Returns the messages of the errors of a step. */
export function messagesOf({ log }: ActionRun): string {
  const errors = log.annotations.filter(({ level }) => level === 'error');
  return errors.map(({ message }) => message).join('\n');
}

/** Lists what is wrong with the runs: nothing if each step did what the demo says. */
export function problemsOf({ main, post, refused, misspelled, corrected, plan }: ChariotRuns): string[] {
  const expected = [
    ['the first step', main, 0],
    ['the post step', post, 0],
    ['the step with a wrong client secret', refused, 1],
    ['the step with wrong lines', misspelled.run, 1],
    ['the corrected step', corrected.run, 0],
    ['the plan', plan, 0],
  ] as const;
  const variables = ['DATABASE_PASSWORD', 'REGISTRY_PASSWORD', 'AWS_SECRET_ACCESS_KEY'];
  const readable = [main, corrected.run].flatMap((run) =>
    variables.filter((name) => run.log.masker.mask(run.variables.get(name) ?? 'missing') !== '***'),
  );
  const exported = [refused, misspelled.run, plan].flatMap(({ variables: set }) => [...set.keys()]);
  const left = post.leftovers.filter((path) => path.startsWith('_temp/'));
  return [
    ...expected.flatMap(([name, run, code]) => (run.exitCode === code ? [] : [`${name} ended with ${run.exitCode}`])),
    ...readable.map((name) => `${name} is missing or not masked`),
    ...exported.map((name) => `a step that exports nothing exported ${name}`),
    ...left.map((path) => `left behind: ${path}`),
  ];
}
