import { isAbsolute } from 'node:path';
import { takenNames } from '../language/taken-names.js';
import type { DockerFiles } from '../machine/docker-files.js';
import type { JobEnvironment } from '../machine/environment.js';
import type { PlannedFile } from '../machine/files.js';
import { checkOutputSizes, checkVariableSizes, isTooLarge } from '../machine/limits.js';
import type { Pair } from '../ports.js';
import type { Session } from '../session/session.js';
import type { Settings } from '../settings/settings.js';
import type { State } from '../undo/state.js';
import { type Delivery, deliver } from './deliver.js';
import { jobNotices, jobWarnings, tokenInfoWarnings, tokenVariableWarnings } from './job-warnings.js';
import { dockerPart, joined, leftoversPart, loginPart, NOTHING, type Part, variableFilesPart } from './parts.js';
import { ageNotices, maskWarnings, nameWarnings, plainNotices, rotationWarnings } from './warnings.js';

/** The output `secrets`: all plain values by their output's name; left out where it alone would be too large. */
export function secretsOutput(deliveries: readonly Delivery[]): {
  outputs: readonly Pair[];
  notices: readonly string[];
} {
  const plain = deliveries.filter(({ result }) => result.match.request.sink === undefined);
  const text = JSON.stringify(Object.fromEntries(plain.flatMap(({ outputs }) => outputs)));
  if (plain.length > 0 && isTooLarge(text)) {
    return { outputs: [], notices: ['The output `secrets` is left out: it would be larger than 1 MiB in UTF-16.'] };
  }
  return { outputs: plain.length === 0 ? [] : [['secrets', text]], notices: [] };
}

/** Everything that a run gives out, as values: nothing of it has happened yet. */
export interface Publication {
  readonly state: State;
  /** The step's own folder below RUNNER_TEMP, and the files to write into it. */
  readonly folder: string;
  readonly files: readonly PlannedFile[];
  readonly outputs: readonly Pair[];
  readonly variables: readonly Pair[];
  readonly notices: readonly string[];
  readonly warnings: readonly string[];
  /** Which names were given out, or would be. */
  readonly infos: readonly string[];
  /** What the results become, also where nothing is given out since it is a plan. */
  readonly planned: {
    readonly deliveries: readonly Delivery[];
    readonly outputs: readonly Pair[];
    readonly now: Date;
  };
}

/** The machine and the job, with what was read from them for this run. */
export interface PublicationEnvironment extends JobEnvironment {
  /** What container clients keep on this machine; read only if `needsDockerFiles`. */
  readonly docker: DockerFiles;
}

/** Whether a plan depends on the files that container clients keep on this machine. */
export function needsDockerFiles({ fetched: { results } }: Session): boolean {
  return results.some(({ match }) => match.request.sink === 'docker');
}

/**
 * Decides what is exported under which names; with `plan`, nothing is exported. Reads and writes nothing; what a sink
 * derives from a value is masked at once.
 *
 * @throws ActionError name_refused, name_conflict, value_unsupported
 */
export function planPublication(
  session: Session,
  settings: Settings,
  surroundings: PublicationEnvironment,
): Publication {
  const { results } = session.fetched;
  const { notices, deliveries, part } = planSecrets(session, settings, surroundings);
  const login = loginPart(session, settings);
  const outputs = [...login.outputs, ...part.outputs];
  const variables = settings.exportEnv ? [...login.variables, ...part.variables] : [];
  const files = [...login.files, ...part.files];
  checkVariableSizes(variables, surroundings);
  checkOutputSizes(outputs);
  const given = settings.plan ? NOTHING : { outputs, variables, files };
  return {
    ...given,
    state: { ...session.saved, ...undoOf(given, surroundings) },
    folder: surroundings.folder,
    notices: [
      ...notices,
      ...plainNotices(results, settings.plainFields),
      ...ageNotices(results, settings, surroundings.now),
      ...jobNotices(deliveries, surroundings),
    ],
    warnings: [
      ...maskWarnings(results, settings.plainFields),
      ...nameWarnings(settings),
      ...tokenInfoWarnings(settings.tokenInfoFile),
      ...tokenVariableWarnings(session, settings, surroundings),
      ...jobWarnings(deliveries, surroundings),
      ...rotationWarnings(results, settings, surroundings.now),
    ],
    infos: namesLines({ outputs, variables, files }, settings.plan),
    planned: { deliveries, outputs, now: surroundings.now },
  };
}

function planSecrets(session: Session, settings: Settings, surroundings: PublicationEnvironment) {
  const { pathOf, mask } = surroundings;
  const place = { taken: takenNames(settings), pathOf, mask, plainFields: settings.plainFields };
  const deliveries = session.fetched.results.map((result) => deliver(result, place));
  const secrets = secretsOutput(deliveries);
  const part = joined([
    ...deliveries,
    variableFilesPart(deliveries, surroundings),
    dockerPart(deliveries, surroundings.docker, surroundings),
    leftoversPart(deliveries, surroundings),
    { ...NOTHING, outputs: secrets.outputs },
  ]);
  return { deliveries, part, notices: [...deliveries.flatMap(({ notices }) => notices), ...secrets.notices] };
}

type Undo = Pick<State, 'files' | 'variables'>;

/** What the post step takes back: the folder, and the variables by which programs would look for it there. */
function undoOf({ files, variables }: Part, { folder, variable }: JobEnvironment): Undo {
  const leading = variables.filter(([, value]) => value.startsWith(folder));
  return {
    files: files.length === 0 ? [] : [folder],
    variables: leading.map(([name, value]) => ({ name, value, before: pathOr(variable(name)) })),
  };
}

/** A path; any other text could be a secret, which has no place in the state. */
function pathOr(text = ''): string {
  return isAbsolute(text) && !/[\r\n]/.test(text) ? text : '';
}

function namesLines({ outputs, variables, files }: Part, plan: boolean): string[] {
  const verb = plan ? ' would be' : '';
  const names = (pairs: readonly Pair[]) => pairs.map(([name]) => name).join(', ') || 'none';
  return [
    ...(plan ? ['This is a plan: nothing is exported.'] : []),
    `Outputs${verb}: ${names(outputs)}.`,
    `Variables${verb}: ${names(variables)}.`,
    ...(files.length === 0 ? [] : [`Files below RUNNER_TEMP${verb}: ${files.length}, removed when the job ends.`]),
  ];
}
