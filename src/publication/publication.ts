import { isAbsolute } from 'node:path';
import type { JobEnvironment } from '../machine/environment.js';
import type { PlannedFile } from '../machine/files.js';
import { checkOutputSizes, checkVariableSizes } from '../machine/limits.js';
import type { Pair } from '../ports.js';
import type { Session } from '../session/session.js';
import type { Settings } from '../settings/settings.js';
import type { State } from '../undo/state.js';
import type { Delivery } from './deliver.js';
import { jobNotices, jobWarnings, tokenInfoWarnings, tokenVariableWarnings } from './job-warnings.js';
import type { Listing } from './listing.js';
import { type LogEntry, logEntries } from './log-entries.js';
import { loginPart, NOTHING, type Part } from './parts.js';
import { plainNotices } from './readable.js';
import { type PublicationEnvironment, planSecrets } from './secrets.js';
import { ageNotices, maskWarnings, nameWarnings, rotationWarnings } from './warnings.js';

/** Everything that a run exports, as values; nothing is written yet. */
export interface Publication {
  /** What the post step undoes, without the step's own folder, which does not exist yet. */
  readonly state: State;
  /** The step's own folder below RUNNER_TEMP, and the files to write into it. */
  readonly folder: string;
  readonly files: readonly PlannedFile[];
  readonly outputs: readonly Pair[];
  readonly variables: readonly Pair[];
  readonly notices: readonly string[];
  readonly warnings: readonly string[];
  /** Which names are exported, or would be. */
  readonly infos: readonly LogEntry[];
  /** What the results become, even if nothing is exported since the run is a plan. */
  readonly planned: {
    readonly deliveries: readonly Delivery[];
    /** What a line `*` of a plan lists. */
    readonly listing: Listing | undefined;
    readonly outputs: readonly Pair[];
    readonly now: Date;
  };
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
  const { notices, deliveries, part, sourceOf, listing } = planSecrets(results, settings, environment);
  const login = loginPart(session, settings);
  const outputs = [...login.outputs, ...part.outputs];
  const variables = settings.exportEnv ? [...login.variables, ...part.variables] : [];
  const files = [...login.files, ...part.files];
  checkVariableSizes(variables, environment, sourceOf);
  checkOutputSizes(outputs, sourceOf);
  const exported = settings.plan ? NOTHING : { outputs, variables, files };
  return {
    ...exported,
    state: { folders: [], ...session.saved, variables: pathVariables(exported, environment) },
    folder: environment.folder,
    notices: [
      ...notices,
      ...plainNotices(results, settings.plainFields, environment.isMasked),
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
    infos: logEntries({ outputs, variables, files }, { deliveries, listing, settings, isMasked: environment.isMasked }),
    planned: { deliveries, listing, outputs, now: environment.now },
  };
}

/** Lists the variables that contain a path in the step's own folder, which the post step removes. */
function pathVariables({ variables }: Part, { folder, variable }: JobEnvironment): State['variables'] {
  return variables
    .filter(([, value]) => value.startsWith(folder))
    .map(([name, value]) => ({ name, value, before: pathOr(variable(name)) }));
}

/** Returns a path unchanged; any other text could be a secret, which the state must not contain. */
function pathOr(text = ''): string {
  return isAbsolute(text) && !/[\r\n]/.test(text) ? text : '';
}
