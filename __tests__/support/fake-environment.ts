import type { Environment } from '../../src/machine/environment.js';

/** The variables and files of a fake environment. */
export interface Around {
  readonly variables?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly now?: Date;
}

/** An environment without a machine, and the lists of masked texts and of the files that were read. */
export interface FakeEnvironment extends Environment {
  readonly masked: string[];
  readonly read: string[];
}

/** The RUNNER_TEMP of fake environments. */
export const TEMP = '/runner/_temp';

/** Creates an environment with these variables and files. */
export function fakeEnvironment({
  variables = {},
  files = {},
  now = new Date('2026-11-25T12:00:00.000Z'),
}: Around = {}): FakeEnvironment {
  const masked: string[] = [];
  const read: string[] = [];
  return {
    masked,
    read,
    variable: (name) => variables[name] || undefined,
    mask: (texts) => void masked.push(...texts),
    readFile(path) {
      read.push(path);
      const content = files[path];
      if (content === undefined) {
        throw Object.assign(new Error(`there is no ${path}`), { code: 'ENOENT' });
      }
      return Buffer.from(content);
    },
    now,
    pathOf: (name) => `${TEMP}/bearer-login-1/${name}`,
  };
}
