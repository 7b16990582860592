import type { RecordedRequest } from '../../emulator/server/request-log.js';
import { readableLater, type Verdict, verdictOn } from '../judges/verdict.js';
import { type ActionOptions, type ActionRun, runAction } from '../run-action.js';

export { failure, success, type Verdict } from '../judges/verdict.js';

/** A server that a login can meet. */
export interface Server {
  /** What stands for its address in texts. */
  readonly name: string;
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** Every token so far that it has given out. */
  tokens(): readonly string[];
  /** Secrets of its own that a step may have, such as the runner's for an ID token. */
  readonly secrets?: readonly string[];
}

/** What a step did, and what the servers saw of it meanwhile. */
export interface LoginJob extends ActionRun {
  readonly servers: readonly Server[];
  /** The requests of this step, by server. */
  readonly requests: readonly (RecordedRequest & { readonly server: string })[];
  /** Every secret that stood in an input or was sent. */
  readonly secrets: readonly string[];
  /** Every token that the servers have given out to this step; a broken answer does not bring it. */
  readonly tokens: readonly string[];
}

/** Inputs whose texts are secrets; as action.yml describes them, not as the code has them. */
const SECRET_INPUTS = [
  'client_secret',
  'password',
  'refresh_token',
  'token_info',
  'bearer_token',
  'signing_key',
  'signing_key_password',
];

/** Parameters of a token request whose values are secrets. */
const SECRET_PARAMETERS = [
  'client_secret',
  'password',
  'refresh_token',
  'client_assertion',
  'assertion',
  'subject_token',
];

/** Runs one step of the action while these servers run. */
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
  // A short signing_key is the path of one.
  const isSecret = (name: string, text: string) => name !== 'signing_key' || text.length > 100;
  const texts = SECRET_INPUTS.map((name) => [name, options.inputs?.[name] ?? ''] as const);
  const given = texts.filter(([name, text]) => text !== '' && isSecret(name, text)).map(([, text]) => text);
  return { ...run, servers, requests, secrets: [...new Set([...given, ...sent])], tokens };
}

/** Judges one step; more `secrets` are those that neither went over the network nor stand in an input. */
export function judge(job: LoginJob, secrets: readonly string[] = []): Verdict {
  const seen = [...job.secrets, ...secrets, ...(job.exitCode === 0 ? job.tokens : [])];
  const unseen = [...job.tokens, ...job.servers.flatMap((server) => server.secrets ?? [])];
  const verdict = verdictOn(job, {
    secrets: [...seen, ...unseen],
    seen,
    line: (text) => neutral(job, text),
    value: (name, text) => wordFor(job, name, text),
  });
  // A failed step has seen its secrets as well, and the job goes on where it may fail.
  const later = job.exitCode === 0 ? [] : readableLater(job, seen);
  return { ...verdict, problems: [...verdict.problems, ...later] };
}

/** Judges a post step: none of the secrets that its main step has seen may be readable in what it says. */
export function judgePost(post: ActionRun, main: LoginJob): Verdict {
  const job = { ...main, ...post };
  return verdictOn(job, {
    secrets: [...main.secrets, ...main.tokens],
    seen: [],
    line: (text) => neutral(job, text),
    value: (_name, text) => text,
  });
}

/** The form of a request, with a word for each of the tokens in it that differ each time. */
export function formOf({ servers, requests }: LoginJob): Record<string, string> {
  const words = servers.flatMap(({ name, tokens }) => tokens().map((token) => [token, `<token of ${name}>`] as const));
  const fields = [...new URLSearchParams(requests.findLast(({ method }) => method === 'POST')?.body)];
  return Object.fromEntries(fields.map(([name, value]) => [name, new Map(words).get(value) ?? value]));
}

/** The requests that reached the servers: method, server and path. */
export function requestsOf(job: LoginJob): string[] {
  return job.requests.map(({ method, server, target }) => `${method} ${server}${target}`);
}

/** What messages call the answer to a request: its status, and the server's own number of it. */
export const answered = (status: number) => `answered ${status} (X-Request-ID "<id>")`;

/** The secrets of a request's body and header. */
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
  // A JWT's own claims: what they hold is for the tests of the outputs.
  if (name === 'claims') return '<claims>';
  return name === 'expires_in' ? seconds(text) : neutral(job, text);
}

/** A life that is counted from the token's own `exp`, in whole seconds, may have lost one or two. */
function seconds(text: string): string {
  return text.replace(/^(\d*)[5-9]\d$/, (_all, hundreds) => `${Number(hundreds) + 1}00`);
}

function neutral(job: LoginJob, text: string): string {
  const named = job.servers.reduce((left, { url, name }) => left.replaceAll(url, name), text);
  return named
    .replace(/\(X-Request-ID "00000000-0000-4000-8000-\d{12}"\)/g, '(X-Request-ID "<id>")')
    .replace(/bearer-login-[0-9a-f-]{36}/g, 'bearer-login-<id>')
    .replaceAll(job.temp, '<temp>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/(?<=\blives )\d+(?= s,)/g, seconds);
}
