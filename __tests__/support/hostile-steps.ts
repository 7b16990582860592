import { verdictOn } from '../../harness/judges/verdict.js';
import { type ActionRun, runAction } from '../../harness/run-action.js';
import { type HostileServer, type Misconduct, startHostileServer } from '../../harness/servers/hostile-server.js';
import type { Site } from '../../harness/servers/sites.js';
import { runInProcess } from './in-process-step.js';

/** One step against a server that misbehaves. */
export interface HostileStep<Name extends string> {
  readonly misconduct: Misconduct<Name>;
  /** Changes of the inputs of the site. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Record<string, string>;
}

/** How a step is run: the bundle in a process of its own, or its source in this process. */
export type RunStep = (inputs: Record<string, string>, env: Record<string, string>) => Promise<ActionRun>;

export const inProcess: RunStep = (inputs) => runInProcess(inputs);
export const asBundle: RunStep = (inputs, env) => runAction({ inputs, env, timeoutMs: 60_000 });

/** Runs one step of a site. Returns the step and everything that its server received. */
export async function meet<Name extends string>(
  site: Site<Name>,
  { misconduct, inputs = {}, env = {} }: HostileStep<Name>,
  run: RunStep = inProcess,
) {
  const server: HostileServer<Name> = await startHostileServer(site.places);
  server.misconduct = misconduct;
  const given = { retries: '0', timeout_seconds: '20', ...site.inputs(server.origin), ...inputs };
  try {
    const step = await run(given, env);
    return { step, requests: server.requests, origin: server.origin };
  } finally {
    await server.close();
  }
}

/** What depends on the time or on members of an answer that need not be there. */
const COMPUTED = ['token_type', 'expires_in', 'expires_at', 'claims'];

/** Lists what no step may do, whatever the server does: it succeeds with the right exports, or fails with one clear error. */
export function problemsOf(step: ActionRun, site: Site, isRight: IsRight = isUsual): string[] {
  const secrets = [site.credential, ...site.secrets];
  const verdict = verdictOn(step, { secrets, seen: [site.credential], line: String, value: String });
  // A secret of fewer than four characters is also masked, and hides them in every line.
  const isReadable = step.log.masks.every((mask) => mask.length >= 4);
  return [
    ...verdict.problems.filter((problem) => isReadable || !UNREADABLE.includes(problem)),
    ...(step.exitCode === 0 ? wrongExports(step, site, isRight) : problemsOfFailed(step)),
    ...step.log.lines.filter((line) => /^\s+at .+:\d+:\d+/.test(line)).map((line) => `a stack: ${line}`),
  ];
}

/** What the judge of a failure finds if a mask hides a part of its line. */
const UNREADABLE = [
  'a link to undefined',
  'no link at the end',
  'no summary of the failure',
  'a summary without the code',
];

/** Whether an output or a variable has the value that it must have. */
export type IsRight = (name: string, text: string, usual: string | undefined) => boolean;

const isUsual: IsRight = (_name, text, usual) => text === usual;

function problemsOfFailed({ exitCode, outputs, variables, leftovers }: ActionRun): string[] {
  const exported = [...outputs.keys(), ...variables.keys()].join();
  return [
    ...(exitCode === 1 ? [] : [`exit code ${exitCode}`]),
    ...(exported === 'error_code' ? [] : [`exported by a failure: ${exported}`]),
    ...leftovers.map((path) => `left behind: ${path}`),
  ];
}

function wrongExports({ outputs, variables }: ActionRun, site: Site, isRight: IsRight): string[] {
  const wrong = (kind: string, found: ReadonlyMap<string, string>, usual: Readonly<Record<string, string>>) => [
    ...[...found]
      .filter(([name, text]) => !COMPUTED.includes(name) && !isRight(name, text, usual[name]))
      .map(([name, text]) => `the ${kind} ${name} is ${text}`),
  ];
  const missing = Object.keys(site.outputs).filter((name) => !COMPUTED.includes(name) && !outputs.has(name));
  return [
    ...wrong('output', outputs, site.outputs),
    ...wrong('variable', variables, site.variables),
    ...missing.filter((name) => !isRight(name, '', undefined)).map((name) => `no output ${name}`),
  ];
}
