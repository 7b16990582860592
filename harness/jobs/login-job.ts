import type { RecordedRequest } from '../../emulator/server/request-log.js';
import { secretsInInputs } from '../judges/secret-inputs.js';
import { readableLater, type Verdict, verdictOn } from '../judges/verdict.js';
import { type ActionOptions, type ActionRun, runAction } from '../run-action.js';

export {
  answerLine,
  EMPTY_SECRET,
  EMPTY_VARIABLE,
  type ErrorLine,
  failure,
  listed,
  requestLine,
  success,
  type Verdict,
} from '../judges/verdict.js';

/** A server that receives requests of a login. */
export interface Server {
  /** What replaces its address in texts. */
  readonly name: string;
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** Every token that it has issued so far. */
  tokens(): readonly string[];
  /** Secrets of the server that a step may receive, such as the runner's token for requests of ID tokens. */
  readonly secrets?: readonly string[];
}

/** What a step did, and the requests that the servers received meanwhile. */
export interface LoginJob extends ActionRun {
  readonly servers: readonly Server[];
  /** The requests of this step, by server. */
  readonly requests: readonly (RecordedRequest & { readonly server: string })[];
  /** Every secret that was in an input or was sent. */
  readonly secrets: readonly string[];
  /** Every token that the servers have issued to this step in a successful response. */
  readonly tokens: readonly string[];
}

/** Parameters of a token request that are secret. */
const SECRET_PARAMETERS = [
  'client_secret',
  'password',
  'refresh_token',
  'client_assertion',
  'assertion',
  'subject_token',
];

/** Runs one step of the action, and records the requests that these servers receive meanwhile. */
export async function runStep(servers: readonly Server[], options: ActionOptions): Promise<LoginJob> {
  const before = servers.map(({ requests, tokens }) => ({ requests: requests.length, tokens: tokens().length }));
  const run = await runAction(options);
  const requests = servers.flatMap(({ name, requests: all }, index) =>
    all.slice(before[index]?.requests).map((request) => ({ ...request, server: name })),
  );
  const tokens = servers.flatMap((server, index) => {
    const answered = requests.some((request) => request.server === server.name && request.status === 200);
    return answered ? server.tokens().slice(before[index]?.tokens) : [];
  });
  const sent = requests.flatMap(secretsOf);
  const given = secretsInInputs(options.inputs ?? {});
  return { ...run, servers, requests, secrets: [...new Set([...given, ...sent])], tokens };
}

/** Judges one step; `secrets` are those that were neither sent nor in an input. */
export function judge(job: LoginJob, secrets: readonly string[] = []): Verdict {
  const seen = [...job.secrets, ...secrets, ...(job.exitCode === 0 ? job.tokens : [])];
  const unseen = [...job.tokens, ...job.servers.flatMap((server) => server.secrets ?? [])];
  const verdict = verdictOn(job, {
    secrets: [...seen, ...unseen],
    seen,
    line: (text) => neutral(job, text),
    value: (name, text) => wordFor(job, name, text),
  });
  // A failed step has also seen its secrets, and the job continues if the step may fail.
  const later = job.exitCode === 0 ? [] : readableLater(job, seen);
  return { ...verdict, problems: [...verdict.problems, ...later] };
}

/** Judges a post step: its log must not contain a secret that its main step has seen. */
export function judgePost(post: ActionRun, main: LoginJob): Verdict {
  const job = { ...main, ...post };
  return verdictOn(job, {
    secrets: [...main.secrets, ...main.tokens],
    seen: [],
    line: (text) => neutral(job, text),
    value: (_name, text) => text,
  });
}

/** Returns the form of the last POST request, with `<token of …>` for each token. */
export function formOf({ servers, requests }: LoginJob): Record<string, string> {
  const words = servers.flatMap(({ name, tokens }) => tokens().map((token) => [token, `<token of ${name}>`] as const));
  const fields = [...new URLSearchParams(requests.findLast(({ method }) => method === 'POST')?.body)];
  return Object.fromEntries(fields.map(([name, value]) => [name, new Map(words).get(value) ?? value]));
}

/** Returns the requests that the servers received: method, server and path. */
export function requestsOf(job: LoginJob): string[] {
  return job.requests.map(({ method, server, target }) => `${method} ${server}${target}`);
}

/** Returns what a message contains about a response: its status and its X-Request-ID. */
export const answered = (status: number) => `answered ${status}, X-Request-ID "<id>"`;

/** Returns the secrets in the body and the Authorization header of a request. */
function secretsOf({ body, headers }: RecordedRequest): string[] {
  const members: [string, unknown][] = body.startsWith('{')
    ? Object.entries(JSON.parse(body))
    : [...new URLSearchParams(body)];
  const named = members.flatMap(([name, value]) => (SECRET_PARAMETERS.includes(name) ? [String(value)] : []));
  const [scheme, credentials = ''] = headers['authorization']?.split(' ') ?? [];
  const secret = scheme === 'Basic' ? Buffer.from(credentials, 'base64').toString() : credentials;
  return secret === '' ? named : [...named, secret];
}

function wordFor(job: LoginJob, name: string, text: string): string {
  const token = job.outputs.get('bearer_token');
  if (token === undefined) return neutral(job, text);
  if (text === token) return '<token>';
  // The tests of the outputs check the claims of a JWT.
  if (name === 'claims') return '<claims>';
  return name === 'expires_in' ? seconds(text) : neutral(job, text);
}

/** Rounds a lifetime up to hundreds: one that is computed from `exp` can be one or two seconds too short. */
function seconds(text: string): string {
  return text.replace(/^(\d*)[5-9]\d$/, (_all, hundreds) => `${Number(hundreds) + 1}00`);
}

function neutral(job: LoginJob, text: string): string {
  const named = job.servers.reduce((left, { url, name }) => left.replaceAll(url, name), text);
  return named
    .replace(/X-Request-ID "00000000-0000-4000-8000-\d{12}"/g, 'X-Request-ID "<id>"')
    .replace(/bearer-login-[0-9a-f-]{36}/g, 'bearer-login-<id>')
    .replaceAll(job.temp, '<temp>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/(?:\d{4}-\d\d-\d\d )?\d\d:\d\d UTC/g, '<time>');
}
