import { timingSafeEqual } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { isPrivateFolder, readOwnFile, reasonOf } from '../machine/own-folder.js';

/** The folder in RUNNER_TEMP of all tokens that the steps of a job share. */
export const SHARED_FOLDER = 'bearer-login-cache';

/** The name of a shared token's file, and of a draft of it. */
const FILE_NAME = /^[0-9a-f]{64}(?:\.[0-9a-f-]{36})?$/;

/** A file that several steps read and write, with a seal on its content. */
interface SealedFile {
  /** Returns the content, parsed as JSON; undefined if the file is missing, or if another program made or changed it. */
  readonly read: () => unknown;
  /** Replaces the file; a failure is ignored, because the step does not need the file. */
  readonly write: (content: string) => void;
}

/** What a sealed file is called, before and after it is complete, and the function that seals its content. */
interface SealedFileOptions {
  readonly name: string;
  readonly draft: string;
  readonly seal: (content: string) => string;
}

/** Opens a file in the folder of shared tokens. Neither the folder nor the file may be a link or belong to another user. */
export function openSealedFile(temp: string, { name, draft, seal }: SealedFileOptions): SealedFile {
  const folder = join(temp, SHARED_FOLDER);
  return {
    read() {
      try {
        const [found = '', content = ''] = isPrivateFolder(folder) ? readOwnFile(join(folder, name)).split('\n') : [];
        // This throws for texts of different lengths.
        return timingSafeEqual(Buffer.from(found), Buffer.from(seal(content))) ? JSON.parse(content) : undefined;
      } catch {
        return undefined;
      }
    },
    write(content) {
      try {
        // The option also accepts a folder that exists. RUNNER_TEMP itself is never created.
        mkdirSync(folder, { recursive: existsSync(temp), mode: 0o700 });
        if (isPrivateFolder(folder)) {
          replace(join(folder, name), join(folder, draft), `${seal(content)}\n${content}\n`);
        }
      } catch {
        // The folder is not writable, or (Windows) another step is reading the file.
      }
    },
  };
}

/** Writes a draft and renames it, so that another step never reads half of a file. */
function replace(file: string, draft: string, text: string): void {
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: 0o600 });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes files of a step from the folder of shared tokens, and the folder if it is empty. Returns why it was left, or undefined. */
export function cleanSharedFolder(temp: string, files: readonly string[]): string | undefined {
  const folder = join(temp, SHARED_FOLDER);
  try {
    if (!isAbsolute(temp) || lstatSync(folder, { throwIfNoEntry: false }) === undefined) {
      return undefined;
    }
    if (!isPrivateFolder(folder) || !files.every((name) => FILE_NAME.test(name))) {
      return 'is not a private folder of this action';
    }
    for (const name of files) {
      rmSync(join(folder, name), { force: true });
    }
  } catch (error) {
    return reasonOf(error);
  }
  try {
    rmdirSync(folder);
  } catch {
    // Files of other steps are in it.
  }
  return undefined;
}
