import { AUTH_FILE } from './docker-files.js';
import type { PlannedFile } from './files.js';
import { AWS_LEFTOVERS } from './secrets/aws.js';
import type { Pair } from './secrets/names.js';
import { type Delivery, variableFiles } from './secrets/sinks.js';
import type { Session } from './session.js';
import type { JobSurroundings } from './surroundings.js';

/** The folder of `@docker` in the step's own; no variable has a `-` in its name, so no `@file` is called so. */
const DOCKER_FOLDER = 'docker-config';

/** Something that a run gives out. */
export interface Part {
  readonly outputs: readonly Pair[];
  readonly variables: readonly Pair[];
  readonly files: readonly PlannedFile[];
}

/** A part without anything. */
export const NOTHING: Part = { outputs: [], variables: [], files: [] };

/** The files of `@dotenv` and `@env-file`. */
export function listsPart(deliveries: readonly Delivery[], { pathOf }: JobSurroundings): Part {
  const files = variableFiles(deliveries);
  return { files, outputs: files.map(({ output, path }): Pair => [output, pathOf(path)]), variables: [] };
}

/** The files of `@docker`, which all its registries share. */
export function dockerPart({ fetched: { results } }: Session, { pathOf, dockerFiles }: JobSurroundings): Part {
  const registries = results.flatMap((result) => result.registries);
  if (registries.length === 0) {
    return NOTHING;
  }
  const inFolder = (path: string) => `${DOCKER_FOLDER}/${path}`;
  return {
    files: dockerFiles(registries).map((file) => ({ ...file, path: inFolder(file.path) })),
    outputs: [['docker_config', pathOf(DOCKER_FOLDER)]],
    variables: [
      ['DOCKER_CONFIG', pathOf(DOCKER_FOLDER)],
      ['REGISTRY_AUTH_FILE', pathOf(inFolder(AUTH_FILE))],
    ],
  };
}

/** Empties the variables of an earlier step by which the keys of `@aws` would not work, but for those that a line sets. */
export function leftoversPart(deliveries: readonly Delivery[], { variable }: JobSurroundings): Part {
  const isAws = deliveries.some(({ result }) => result.match.request.sink === 'aws');
  const given = deliveries.flatMap(({ variables }) => variables.map(([name]) => name));
  const left = AWS_LEFTOVERS.filter((name) => isAws && variable(name) !== undefined && !given.includes(name));
  return { ...NOTHING, variables: left.map((name): Pair => [name, '']) };
}
