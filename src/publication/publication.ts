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

/** Everything that a run exports, as values; nothing is written yet. */
export interface Publication {
  readonly state: State;
  /** The step's own folder below RUNNER_TEMP, and the files to write into it. */
  readonly folder: string;
  readonly files: readonly PlannedFile[];
  readonly outputs: readonly Pair[];
  readonly variables: readonly Pair[];
  readonly notices: readonly string[];
  readonly warnings: readonly string[];
  /** Which names are exported, or would be. */
  readonly infos: readonly string[];
  /** What the results become, even if nothing is exported since the run is a plan. */
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

/** Tells whether a plan depends on the files that container clients keep on this machine. */
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
  environment: PublicationEnvironment,
): Publication {
  const { results } = session.fetched;
  const { notices, deliveries, part } = planSecrets(session, settings, environment);
  const login = loginPart(session, settings);
  const outputs = [...login.outputs, ...part.outputs];
  const variables = settings.exportEnv ? [...login.variables, ...part.variables] : [];
  const files = [...login.files, ...part.files];
  checkVariableSizes(variables, environment);
  checkOutputSizes(outputs);
  const exported = settings.plan ? NOTHING : { outputs, variables, files };
  return {
    ...exported,
    state: { ...session.saved, ...undoOf(exported, environment) },
    folder: environment.folder,
    notices: [
      ...notices,
      ...plainNotices(results, settings.plainFields),
      ...ageNotices(results, settings, environment.now),
      ...jobNotices(deliveries, environment),
    ],
    warnings: [
      ...maskWarnings(results, settings.plainFields),
      ...nameWarnings(settings),
      ...tokenInfoWarnings(settings.tokenInfoFile),
      ...tokenVariableWarnings(session, settings, environment),
      ...jobWarnings(deliveries, environment),
      ...rotationWarnings(results, settings, environment.now),
    ],
    infos: namesLines({ outputs, variables, files }, settings.plan),
    planned: { deliveries, outputs, now: environment.now },
  };
}

function planSecrets(session: Session, settings: Settings, environment: PublicationEnvironment) {
  const { pathOf, mask } = environment;
  const place = { taken: takenNames(settings), pathOf, mask, plainFields: settings.plainFields };
  const deliveries = session.fetched.results.map((result) => deliver(result, place));
  const secrets = secretsOutput(deliveries);
  const part = joined([
    ...deliveries,
    variableFilesPart(deliveries, environment),
    dockerPart(deliveries, environment.docker, environment),
    leftoversPart(deliveries, environment),
    { ...NOTHING, outputs: secrets.outputs },
  ]);
  return { deliveries, part, notices: [...deliveries.flatMap(({ notices }) => notices), ...secrets.notices] };
}

/** Makes the output `secrets`: all plain values by the names of their outputs, unless it is too large. */
function secretsOutput(deliveries: readonly Delivery[]): Pick<Publication, 'outputs' | 'notices'> {
  const plain = deliveries.filter(({ result }) => result.match.request.sink === undefined);
  const text = JSON.stringify(Object.fromEntries(plain.flatMap(({ outputs }) => outputs)));
  if (plain.length > 0 && isTooLarge(text)) {
    return {
      outputs: [],
      notices: ['The output `secrets` is omitted, since it would be larger than 1 MiB in UTF-16.'],
    };
  }
  return { outputs: plain.length === 0 ? [] : [['secrets', text]], notices: [] };
}

type Undo = Pick<State, 'files' | 'variables'>;

/** Lists what the post step undoes: the folder, and the variables that contain a path in it. */
function undoOf({ files, variables }: Part, { folder, variable }: JobEnvironment): Undo {
  const leading = variables.filter(([, value]) => value.startsWith(folder));
  return {
    files: files.length === 0 ? [] : [folder],
    variables: leading.map(([name, value]) => ({ name, value, before: pathOr(variable(name)) })),
  };
}

/** Returns a path unchanged; any other text could be a secret, which the state must not contain. */
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
