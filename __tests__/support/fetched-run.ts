import { readValue } from '../../src/formats/value.js';
import type { Login } from '../../src/login/login.js';
import type { DockerFiles } from '../../src/machine/docker-plan.js';
import { createMasker, type Masker } from '../../src/masking/masker.js';
import { readSuppliedToken } from '../../src/oauth/token.js';
import { type Publication, planPublication } from '../../src/publication/publication.js';
import type { PublicationEnvironment } from '../../src/publication/secrets.js';
import { maskValue } from '../../src/secrets/plain-fields.js';
import { resolveRequests } from '../../src/secrets/resolve.js';
import { type Result, selectResults } from '../../src/secrets/result.js';
import type { Session } from '../../src/session/session.js';
import type { Settings } from '../../src/settings/settings.js';
import { planRevocation } from '../../src/undo/plan.js';
import { fakeEnvironment, TEMP } from './fake-environment.js';
import { fakePorts, NOW, settingsOf } from './fake-ports.js';

/** The inputs of a step; project and credentials are added. */
export type StepInputs = Parameters<typeof settingsOf>[0];

/** The Secrets of a project: values by name, or by key if no list is requested. */
export type Values = Readonly<Record<string, unknown>>;

/** Other things that a run depends on. */
export interface Circumstances {
  readonly token?: string;
  readonly tokenFetched?: boolean;
  readonly unnamed?: number;
  /** When each Secret was changed. */
  readonly updatedAt?: Date;
  /** The same for some Secrets, by name. */
  readonly changed?: Readonly<Record<string, Date>>;
  /** The type of each Secret in the list. */
  readonly type?: string;
  /** More texts that are masked. */
  readonly masked?: readonly string[];
  readonly limit?: PublicationEnvironment['limit'];
  readonly space?: number;
  /** Variables that earlier steps have set. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A run that has fetched everything, and what it would publish. */
export interface FetchedRun {
  readonly settings: Settings;
  readonly session: Session;
  readonly masker: Masker;
  readonly publication: Publication;
  readonly stepName?: string | undefined;
}

/** What docker has on the machine of these runs: a login, and one more folder. */
const DOCKER: DockerFiles = {
  config: { auths: { 'old.io': { auth: 'b2xkOmxvZ2lu' } } },
  logins: [],
  others: [{ path: 'contexts', linkTo: '/home/me/.docker/contexts' }],
  canLink: true,
};

/** The folder of the step in these runs. */
export const FOLDER = `${TEMP}/bearer-login-1`;

/** Parses inputs; a project is added if it is not set, and the token is not exported by default. */
export function stepOf(inputs: StepInputs): Settings {
  return settingsOf({ project_id: 'p', token_variable: 'none', ...inputs });
}

/** Returns the results of all requests in these settings. */
export function resultsOf(
  settings: Settings,
  values: Values,
  more: Circumstances & { masker?: Masker } = {},
): Result[] {
  const names = Object.keys(values).filter((name) => !name.startsWith('secret/'));
  const entries = names.map((name) => {
    const type = more.type ?? 'secret/Custom';
    return { id: `id-of-${name}`, key: `secret/Custom/${name}`, name, type, updatedAt: undefined };
  });
  const ports = { ...fakePorts(() => Promise.reject()), mask: more.masker?.mask ?? (() => {}) };
  const known = { entries, isMasked: () => false };
  return resolveRequests(settings.secretRequests, known, settings.plan).matches.flatMap((match) => {
    const value = readValue(values[match.entry?.name ?? match.key]);
    maskValue({ field: undefined, value }, settings.plainFields, ports);
    const updatedAt = more.changed?.[match.entry?.name ?? ''] ?? more.updatedAt;
    return selectResults({ match, value, updatedAt }, settings.plainFields, ports);
  });
}

/** Creates a fake environment of a job. */
export function jobEnvironment({
  limit = { bytes: 128 * 1024 },
  space = 2 ** 21,
  env = {},
}: Circumstances = {}): PublicationEnvironment {
  return {
    ...fakeEnvironment({ variables: env }),
    limit,
    space,
    folder: FOLDER,
    pathOf: (file) => `${FOLDER}/${file}`,
    dockerPlaces: { home: '/home/me', platform: 'linux' },
    docker: DOCKER,
    isMasked: () => false,
    now: NOW,
  };
}

/** Runs everything up to the publication, without network. */
export function fetchedRun(inputs: StepInputs = {}, values: Values = {}, more: Circumstances = {}): FetchedRun {
  const settings = stepOf(inputs);
  const masker = createMasker(() => {});
  const token = readSuppliedToken(more.token ?? 'opaque-token', NOW);
  masker.mask([token.value, ...(more.masked ?? [])]);
  const fetched = { results: resultsOf(settings, values, { ...more, masker }), unnamed: more.unnamed };
  const { metadata, credentials } = settings;
  const login: Login =
    more.tokenFetched !== false && metadata !== undefined && credentials !== undefined
      ? { kind: 'requested', token, metadata, credentials, refresh: undefined }
      : { kind: 'supplied', token };
  const end = planRevocation(login, settings);
  const saved = end === undefined ? undefined : { folders: [], variables: [], token: end };
  const session = { login, saved, fetched, user: undefined, timing: { milliseconds: 411, requests: 7 } };
  const environment = { ...jobEnvironment(more), mask: masker.mask, isMasked: masker.isMasked };
  return { settings, session, masker, publication: planPublication(session, settings, environment) };
}

/** Returns what such a run would publish. */
export function publicationOf(...run: Parameters<typeof fetchedRun>): Publication {
  return fetchedRun(...run).publication;
}

/** Creates a session with this login and without Secrets. */
export function sessionOf(login: Session['login'], user?: Session['user']): Session {
  const fetched = { results: [], unnamed: undefined };
  return { login, fetched, user, timing: { milliseconds: 411, requests: 1 } };
}
