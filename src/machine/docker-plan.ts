import { authFile, type Document, dockerConfig, sharedConfig } from '../formats/docker-config.js';
import type { Registry } from '../formats/registry.js';
import type { PlannedFile } from './files.js';

/** What docker and crane read in the folder that DOCKER_CONFIG names. */
export const CONFIG_FILE = 'config.json';

/** What podman, buildah and skopeo read in the same folder, if this is not `config.json`. */
export const AUTH_FILE = 'registry-auth.json';

/** What container clients keep on this machine before the step writes anything. */
export interface DockerFiles {
  /** The `config.json` of docker and crane; undefined if it does not exist. */
  readonly config: Document | undefined;
  /** The files in which podman, buildah and skopeo look up a login; the first one takes precedence. */
  readonly logins: readonly Document[];
  /** The other entries of docker's folder, as links or (files on Windows) as copies. */
  readonly others: readonly PlannedFile[];
  /** Whether a link to a file requires no privilege. */
  readonly canLink: boolean;
}

/** The files of a machine on which no container client has stored anything. */
export const NO_DOCKER_FILES: DockerFiles = { config: undefined, logins: [], others: [], canLink: false };

/** The folder for DOCKER_CONFIG. */
export interface DockerPlan {
  readonly files: readonly PlannedFile[];
  /** The file in the folder for REGISTRY_AUTH_FILE. */
  readonly authFile: string;
  readonly notices: readonly string[];
}

/**
 * Plans the folder for DOCKER_CONFIG and REGISTRY_AUTH_FILE: the new logins, and everything that exists already.
 *
 * Existing logins are copied, and everything else is linked to. Nothing that exists is changed. Docker and podman use one file
 * if possible, so that each finds a login that the other one writes later.
 */
export function planDockerFiles(
  registries: readonly Registry[],
  { config, logins, others, canLink }: DockerFiles,
): DockerPlan {
  const { shared, obstacle } = sharedConfig(config, logins, registries);
  const main = dockerConfig(obstacle ? (config ?? shared) : shared, registries);
  // `podman login` replaces the file that it writes, and keeps only the logins. A link protects the other settings of docker.
  const isLinked = canLink && Object.keys(main).some((name) => !['auths', 'credHelpers'].includes(name));
  const link = isLinked ? [{ path: AUTH_FILE, linkTo: CONFIG_FILE }] : [];
  const second = obstacle ? [jsonFile(AUTH_FILE, authFile(logins, registries))] : link;
  return {
    files: [jsonFile(CONFIG_FILE, main), ...second, ...others],
    authFile: second[0]?.path ?? CONFIG_FILE,
    notices: obstacle ? [`@docker uses two files of logins, since ${obstacle}. ${TWO_FILES}`] : [],
  };
}

const TWO_FILES =
  'Therefore podman, buildah and skopeo do not find a later `docker login`, and docker does not find a later `podman login`. If later steps use both, log in with both.';

function jsonFile(path: string, document: Document): PlannedFile {
  return { path, content: `${JSON.stringify(document, undefined, 2)}\n` };
}
