import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ActionError } from '../errors.js';
import type { Document } from '../formats/docker-config.js';
import { attempt, isRecord, parseJson } from '../json.js';
import { quote } from '../untrusted-text.js';
import { AUTH_FILE, CONFIG_FILE, type DockerFiles } from './docker-plan.js';
import type { PlannedFile } from './files.js';
import { readRegularFile } from './own-folder.js';

/** Where clients keep their logins: by variables such as DOCKER_CONFIG (empty counts as absent), and on the machine. */
export interface DockerPlaces {
  readonly dockerConfig?: string | undefined;
  readonly registryAuthFile?: string | undefined;
  readonly xdgRuntimeDir?: string | undefined;
  readonly xdgConfigHome?: string | undefined;
  /** `os.homedir()`, which both families of clients use. */
  readonly home: string;
  /** `process.getuid()`; undefined on Windows. */
  readonly uid?: number | undefined;
  readonly platform: NodeJS.Platform;
}

/**
 * Reads what container clients keep on this machine.
 *
 * @throws ActionError publication_failed if a file of logins exists and cannot be read
 */
export function readDockerFiles(places: DockerPlaces): DockerFiles {
  const folder = resolve(places.dockerConfig || join(places.home, '.docker'));
  const config = readDocument(join(folder, CONFIG_FILE));
  const paths = authPaths(places, join(folder, CONFIG_FILE));
  const logins = paths.map(readDocument).filter((document) => document !== undefined);
  return { config, logins, others: restOf(folder, places.platform), canLink: places.platform !== 'win32' };
}

/**
 * Lists the files in which podman, buildah and skopeo look up a login; the first one takes precedence.
 *
 * A file that a variable names comes before the usual files, and newer versions read no other: containers/common
 * auth.GetDefaultAuthFile, containers/image config.getAuthFilePaths.
 */
function authPaths(places: DockerPlaces, config: string): string[] {
  const { registryAuthFile, dockerConfig: named, xdgRuntimeDir, home, platform } = places;
  if (registryAuthFile) {
    return [resolve(registryAuthFile)];
  }
  const inHome = join(places.xdgConfigHome || join(home, '.config'), 'containers', 'auth.json');
  const primary = xdgRuntimeDir ? join(xdgRuntimeDir, 'containers') : `/run/containers/${places.uid ?? 0}`;
  const usual = platform === 'linux' ? [join(primary, 'auth.json'), inHome] : [inHome];
  return named ? [config, ...usual] : [...usual, config];
}

function readDocument(path: string): Document | undefined {
  const text = unlessAbsent(path, () => readRegularFile(path).toString());
  if (text === undefined) {
    return undefined;
  }
  // V8's message would quote a part of the file.
  const document = text.trim() === '' ? {} : attempt(() => parseJson(text));
  const isWhole = (name: string) => isRecord(document) && isRecord(document[name] ?? {});
  if (!isRecord(document) || !isWhole('auths') || !isWhole('credHelpers')) {
    const advice = 'Correct or remove the file: docker and podman cannot read it either';
    throw new ActionError('publication_failed', `The file ${quote(path)} is not a docker configuration`, { advice });
  }
  return document;
}

/** Plans everything else that docker keeps in its folder: cli-plugins, contexts, buildx, certificates, manifests, trust, ... */
function restOf(folder: string, platform: NodeJS.Platform): PlannedFile[] {
  const names = unlessAbsent(folder, () => readdirSync(folder)) ?? [];
  // Docker and podman first write a file of logins as `config.json123` or `.tmp-config.json123`, and may not remove that file.
  const isLogins = (name: string) => [CONFIG_FILE, AUTH_FILE].some((ours) => name.startsWith(ours));
  const others = names.filter((name) => !isLogins(name.replace(/^\.tmp-/, '')));
  return others.flatMap(
    (name) => unlessAbsent(join(folder, name), () => entryFor(name, join(folder, name), platform)) ?? [],
  );
}

/** Plans a link to the last target of a chain of links, since the folder may be that of an earlier step, which is removed. */
function entryFor(path: string, source: string, platform: NodeJS.Platform): PlannedFile[] {
  const linkTo = realpathSync(source);
  const kind = statSync(linkTo);
  if (platform !== 'win32' || kind.isDirectory()) {
    return [{ path, linkTo }];
  }
  // On Windows, a link to a file requires a privilege.
  return kind.isFile() ? [{ path, content: readRegularFile(linkTo) }] : [];
}

/** @throws ActionError publication_failed */
function unlessAbsent<T>(path: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const code = isRecord(error) ? String(error['code']) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return undefined;
    }
    const advice = 'Docker and podman keep logins there. Let the user of the runner read the path, or remove it';
    throw new ActionError('publication_failed', `${quote(path)} cannot be read (${code})`, { advice });
  }
}
