import { fileTarget, isListing } from '../language/stars.js';
import { takenNames } from '../language/taken-names.js';
import type { DockerFiles } from '../machine/docker-plan.js';
import type { JobEnvironment } from '../machine/environment.js';
import { isTooLarge, type SourceOf } from '../machine/limits.js';
import type { Pair } from '../ports.js';
import type { Result } from '../secrets/result.js';
import type { Settings } from '../settings/settings.js';
import { type Delivery, deliver } from './deliver.js';
import { type Listing, listSecrets } from './listing.js';
import { dockerPart, joined, leftoversPart, NOTHING, type Part, variableFilesPart } from './parts.js';

/** The machine and the job, with what was read from them for this run. */
export interface PublicationEnvironment extends JobEnvironment {
  /** Whether a mask covers a text. */
  readonly isMasked: (text: string) => boolean;
  /** What container clients keep on this machine; read only if `needsDockerFiles`. */
  readonly docker: DockerFiles;
}

/** Describes the Secret and the line of each exported name. */
function sourceIn(deliveries: readonly Delivery[]): SourceOf {
  return (name) => {
    const exported = (pairs: readonly Pair[]) => pairs.some(([each]) => each === name);
    const found = deliveries.find(({ variables, outputs }) => exported(variables) || exported(outputs));
    if (found === undefined) {
      return undefined;
    }
    const { who, match } = found.result;
    return { who: `${who}, line ${match.request.line}`, fileTarget: fileTarget(match.request) };
  };
}

/** What the results of all lines become. */
export interface PlannedSecrets {
  readonly deliveries: readonly Delivery[];
  readonly listing: Listing | undefined;
  readonly part: Part;
  readonly notices: readonly string[];
  readonly sourceOf: SourceOf;
}

/** Decides what the results of all lines become. @throws ActionError name_refused, name_conflict, value_unsupported */
export function planSecrets(
  results: readonly Result[],
  settings: Settings,
  environment: PublicationEnvironment,
): PlannedSecrets {
  const { pathOf, mask, isMasked, now } = environment;
  const taken = takenNames(settings);
  const place = { taken, pathOf, mask, plainFields: settings.plainFields };
  const isListed = ({ match }: Result) => isListing(match.request, settings.plan);
  const deliveries = results.filter((result) => !isListed(result)).map((result) => deliver(result, place));
  const listed = results.filter(isListed);
  const secrets = secretsOutput(deliveries);
  const docker = dockerPart(deliveries, environment.docker, environment);
  return {
    deliveries,
    listing: listed.length === 0 ? undefined : listSecrets(listed, { taken, isMasked, now }),
    part: joined([
      ...deliveries,
      variableFilesPart(deliveries, environment),
      docker,
      leftoversPart(deliveries, environment),
      { ...NOTHING, outputs: secrets.outputs },
    ]),
    notices: [...deliveries.flatMap(({ notices }) => notices), ...docker.notices, ...secrets.notices],
    sourceOf: sourceIn(deliveries),
  };
}

/** The output `secrets`: all plain values by the names of their outputs, unless it is too large. */
function secretsOutput(deliveries: readonly Delivery[]): Pick<PlannedSecrets, 'notices'> & Pick<Part, 'outputs'> {
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
