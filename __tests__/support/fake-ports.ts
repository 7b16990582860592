import type { Exchange } from '../../src/answers.js';
import { ActionError } from '../../src/errors.js';
import type { Inputs } from '../../src/inputs/inputs.js';
import type { Environment } from '../../src/machine/environment.js';
import type { HttpRequest, HttpResponse, Log, Ports, Send } from '../../src/ports.js';
import type { SecretsLogin } from '../../src/secrets/fetch.js';
import { parseInputs, type Settings } from '../../src/settings/settings.js';
import { reveal } from '../../src/untrusted-text.js';
import { fakeEnvironment } from './fake-environment.js';

/** The time of every test with fake ports. */
export const NOW = new Date('2026-11-25T12:00:00.000Z');

/** One effect of the code under test. */
export type Effect =
  | { readonly did: 'send'; readonly request: HttpRequest }
  | { readonly did: 'mask'; readonly texts: readonly string[]; readonly plain: readonly string[] }
  | { readonly did: 'sleep'; readonly ms: number }
  | { readonly did: keyof Log; readonly message: string };

/** Ports without a network or a log, and the list of all effects, in order. */
export interface FakePorts extends Ports {
  readonly effects: readonly Effect[];
  /** Method and path of each request, in order. */
  readonly requests: () => string[];
  /** Every text that was masked, in order. */
  readonly masked: () => string[];
  /** Every part of these texts that was not to be masked. */
  readonly leftOpen: () => string[];
  /** Every line of one level, in order. */
  readonly said: (level: keyof Log) => string[];
}

/** How many requests at the same time these ports find useful. */
export const AT_ONCE = 20;

/** Creates ports whose network is one function. */
export function fakePorts(send: Send): FakePorts {
  const effects: Effect[] = [];
  const logger = (did: keyof Log) => (message: string) => {
    effects.push({ did, message });
  };
  return {
    effects,
    send(request) {
      effects.push({ did: 'send', request });
      return send(request);
    },
    mask(texts, plain = []) {
      effects.push({ did: 'mask', texts, plain });
    },
    isCancelled: () => false,
    isMasked: (text) =>
      effects.some((effect) => effect.did === 'mask' && effect.texts.some((one) => text.includes(one))),
    now: () => NOW,
    newId: () => '00000000-0000-4000-8000-000000000000',
    idTokenRequest: () => undefined,
    expect: () => () => AT_ONCE,
    track: (_part, work) => work(),
    async sleep(ms) {
      effects.push({ did: 'sleep', ms });
    },
    log: {
      debug: logger('debug'),
      info: logger('info'),
      notice: logger('notice'),
      warning: logger('warning'),
      group: (title, lines) => void effects.push({ did: 'group', message: [title, ...lines].join('\n') }),
    },
    requests: () => effects.flatMap((effect) => (effect.did === 'send' ? [describeRequest(effect.request)] : [])),
    masked: () => effects.flatMap((effect) => (effect.did === 'mask' ? effect.texts : [])),
    leftOpen: () => effects.flatMap((effect) => (effect.did === 'mask' ? effect.plain : [])),
    said: (level) => effects.flatMap((effect) => (effect.did === level && 'message' in effect ? [effect.message] : [])),
  };
}

/** Creates a successful response in JSON, with these changes. */
export function answer(body: unknown, other: Partial<HttpResponse> = {}): HttpResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status: 200, contentType: 'application/json', body: text, ...other };
}

/** Returns the error that a promise is rejected with, as the log shows it. */
export async function failureIn(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  const outcome = await work.then(
    () => () => undefined,
    (error: unknown) => () => {
      throw error;
    },
  );
  return failureOf(outcome);
}

/** Returns the error that a call throws. */
export function actionErrorOf(call: () => unknown): ActionError {
  try {
    call();
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
  throw new Error('The call did not fail.');
}

/** Returns the code and the printed message of the error that a call throws. */
export function failureOf(call: () => unknown): { code: string; message: string } {
  const { code, message } = actionErrorOf(call);
  return { code, message: reveal(message, (text) => text) };
}

/** Returns what an error says to do, as one text; undefined if it has nothing but the hint of its code. */
export function adviceIn({ advice, also }: ActionError): string | undefined {
  return [...advice, ...also].join('. ') || undefined;
}

/** Creates an exchange with an example request and this response. */
export function exchangeOf(response: HttpResponse): Exchange {
  const url = new URL('https://chariot.example.com/some/path?q=1');
  return { request: { method: 'GET', url, headers: {}, purpose: 'Asking' }, response };
}

/** Creates a JWT with these claims and a signature that is not valid. */
export function jwt(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.c2lnbmF0dXJl`;
}

/** Parses inputs; an address and credentials are added if they are not set. */
export function settingsOf(inputs: Inputs = {}): Settings {
  return settingsFrom({ url: 'chariot.example.com', client_id: 'id', client_secret: 'client-secret-1', ...inputs });
}

const IDENTITY = { form: 'pkcs12', pkcs12: 'bm90IHJlYWQ=' } as const;

/** Parses inputs without reading certificates: a client certificate is replaced with a constant. */
export function settingsFrom(inputs: Inputs, environment: Environment = fakeEnvironment()): Settings {
  const { tls, ...parsed } = parseInputs(inputs, environment);
  const identity = tls.client === undefined ? undefined : IDENTITY;
  return { ...parsed, security: { identity, authorities: [], verify: tls.verify } };
}

/** Creates the token of a login, which was requested in this run or not. */
export function tokenOf(value: string, fresh = false): SecretsLogin {
  return { token: { value }, fresh };
}

/** The request for the list of Secrets of project p, as `requests` shows it. */
export const LIST = 'GET /api/identity/v2/settings/project/p/?sort=name&desc=false';
/** Returns the request for one value of project p, as `requests` shows it. */
export const decryptOf = (id: string) => `GET /api/identity/v2/settings/project/p/secret/Custom/${id}?decrypt=true`;

/** Creates the network of a server with these Secrets by ID, named `name-<id>`; `answers` replaces single responses. */
export function serverOf(
  values: Readonly<Record<string, unknown>>,
  answers: Readonly<Record<string, HttpResponse>> = {},
) {
  const data = Object.keys(values).map((id) => ({
    _id: id,
    _key: `secret/Custom/${id}`,
    _type: 'secret/Custom',
    name: `name-${id}`,
    value: '********',
  }));
  return async ({ url }: HttpRequest): Promise<HttpResponse> => {
    const id = url.pathname.split('/').at(-1) ?? '';
    if (url.searchParams.get('decrypt') === null) return answers['list'] ?? answer({ data });
    return answers[id] ?? answer({ _key: `secret/Custom/${id}`, value: values[id] ?? null });
  };
}

function describeRequest({ method, url }: HttpRequest): string {
  return `${method} ${url.pathname}${url.search}`;
}
