import { ActionError } from './errors.js';
import { quote } from './foreign-text.js';
import type { Login } from './login.js';
import { hasOpenParts, hasShortMask, isMaskable } from './masks.js';
import type { FetchedSecret } from './secrets/fetch.js';
import { checkVariable, claim, fieldVariable, outputName, variableOf } from './secrets/names.js';
import { takesOver } from './secrets/steering-variables.js';
import { textsOf } from './secrets/value.js';
import type { Settings } from './settings.js';
import type { State } from './state.js';

/** Everything that a run gives out, as values: nothing of it has happened yet. */
export interface Publication {
  /** Every secret text in it; registered already at its birth, and once more before anything is written. */
  readonly masks: readonly string[];
  readonly state: State;
  readonly outputs: readonly Pair[];
  readonly variables: readonly Pair[];
  readonly warnings: readonly string[];
}

/** A name and its value. */
export type Pair = readonly [name: string, value: string];

/** All that a run has got. */
export interface Session {
  readonly login: Login;
  readonly secrets: readonly FetchedSecret[];
}

/** What one string of the environment may hold: MAX_ARG_STRLEN of Linux in bytes, or Windows' own limit in characters. */
export type VariableLimit = { readonly bytes: number } | { readonly characters: number };

/**
 * Decides what is given out under which names.
 *
 * @throws ActionError name_refused, name_conflict, value_unsupported
 */
export function planPublication(session: Session, settings: Settings, limit: VariableLimit): Publication {
  const variables = [...tokenVariables(session, settings), ...secretVariables(session, settings)];
  for (const [name, value] of variables) {
    checkSize(name, value, limit);
  }
  return {
    masks: [session.login.token.value, ...session.secrets.flatMap((secret) => textsOf(secret.value))],
    state: stateOf(session, settings),
    outputs: [...tokenOutputs(session), ...secretOutputs(session)],
    variables,
    warnings: [...nameWarnings(settings), ...session.secrets.flatMap(maskWarnings)],
  };
}

function stateOf({ login: { fetched, token } }: Session, { platform }: Settings): State {
  if (!fetched) {
    return { files: [] };
  }
  const expiresAt = token.expiresAt === undefined ? {} : { expiresAt: token.expiresAt.toISOString() };
  return { files: [], token: { reason: platform.noRevocation, ...expiresAt } };
}

function tokenVariables({ login }: Session, { tokenVariable }: Settings): Pair[] {
  return tokenVariable === undefined ? [] : [[tokenVariable, login.token.value]];
}

function tokenOutputs({ login: { token } }: Session): Pair[] {
  return [
    ['bearer_token', token.value],
    ['token_type', 'Bearer'],
    ...(token.expiresIn === undefined ? [] : ([['expires_in', String(token.expiresIn)]] as const)),
    ...(token.expiresAt === undefined ? [] : ([['expires_at', token.expiresAt.toISOString()]] as const)),
    ...(token.claims === undefined ? [] : ([['claims', JSON.stringify(token.claims)]] as const)),
  ];
}

function secretOutputs({ secrets }: Session): Pair[] {
  const outputs = secrets.map(({ request, value }): Pair => [outputName(request), value.text]);
  return outputs.length === 0 ? [] : [...outputs, ['secrets', JSON.stringify(Object.fromEntries(outputs))]];
}

function secretVariables({ secrets }: Session, { exportEnv, tokenVariable }: Settings): Pair[] {
  const taken = new Map(tokenVariable === undefined ? [] : [[tokenVariable.toUpperCase(), 'the token']]);
  return (exportEnv ? secrets : []).flatMap((secret) =>
    variablesOf(secret).map(({ name, text, who, chosen }): Pair => {
      checkVariable(name, { who, chosen });
      claim(taken, { kind: 'variable', name, key: name.toUpperCase(), who });
      return [name, text];
    }),
  );
}

interface PlannedVariable {
  readonly name: string;
  readonly text: string;
  readonly who: string;
  /** Whether the workflow's author wrote the whole name; a field's name comes from the server. */
  readonly chosen: boolean;
}

function variablesOf({ request, value }: FetchedSecret): PlannedVariable[] {
  const base = variableOf(request);
  const line = `line ${request.line}`;
  if (value.fields === undefined) {
    return [{ name: base, text: value.text, who: line, chosen: request.target !== undefined }];
  }
  return value.fields.map(({ path, text }) => ({
    name: fieldVariable(base, path),
    text,
    who: `${line}, field ${quote(path.join('.'))}`,
    chosen: false,
  }));
}

function checkSize(name: string, value: string, limit: VariableLimit): void {
  const entry = `${name}=${value}\0`;
  const fits = 'bytes' in limit ? Buffer.byteLength(entry) <= limit.bytes : entry.length <= limit.characters;
  if (!fits) {
    const most = 'bytes' in limit ? `${limit.bytes / 1024} KiB` : `${limit.characters} characters`;
    const message = `The value for the variable ${name} is larger than ${most}, the most that this system lets a variable hold`;
    const advice = 'With `export_env: false` it is an output only';
    throw new ActionError('value_unsupported', message, { advice });
  }
}

function nameWarnings({ secretRequests, exportEnv, tokenVariable }: Settings): string[] {
  const targets = exportEnv ? secretRequests.flatMap(({ target }) => target ?? []) : [];
  return [...(tokenVariable === undefined ? [] : [tokenVariable]), ...targets]
    .filter(takesOver)
    .map((name) => `The variable ${name} steers the programs of later steps: is this what you want?`);
}

function maskWarnings({ request, value }: FetchedSecret): string[] {
  const secret = `Secret ${quote(request.selector)}`;
  const parts = value.fields ?? [{ path: [], text: value.text }];
  return parts.flatMap(({ path, text }) => {
    const who = path.length === 0 ? secret : `Field ${quote(path.join('.'))} of ${secret}`;
    if (!isMaskable(text)) {
      return path.length === 0 ? [`${who} is empty, blank or a mere word of JSON: it cannot be masked.`] : [];
    }
    if (hasShortMask(text)) {
      return [
        `${who} is, or consists of lines, shorter than four characters: its mask hides them everywhere in the log.`,
      ];
    }
    return hasOpenParts(text) ? [`${who} has lines or items shorter than four characters: these are not masked.`] : [];
  });
}
