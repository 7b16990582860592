import type { ActionRun } from '../run-action.js';
import type { RelayEvent } from '../servers/faulty-relay.js';

/** What a run must export: the value of each output and variable, or a test of it. */
export interface Expected {
  readonly outputs: Readonly<Record<string, string | RegExp>>;
  readonly variables: Readonly<Record<string, string | RegExp>>;
}

/** What a changed answer makes right besides, in a run without TLS, where no client can see the change. */
export interface Changed {
  /** Every text in the JSON of the answer as it arrived. */
  readonly texts: readonly string[];
  /** Every secret as it arrived: the log may not show it in this form either. */
  readonly forms: readonly string[];
}

/** What is computed from members of an answer that it may have lost by the change of one byte. */
const COMPUTED = ['token_type', 'expires_in', 'expires_at', 'claims'];

/** Lists each output and variable of a run that is missing, superfluous or wrong. */
export function wrongExports(run: ActionRun, expected: Expected, changed?: Changed): string[] {
  const isRight = (name: string, text: string | undefined, wanted: string | RegExp | undefined) =>
    (changed !== undefined && COMPUTED.includes(name)) ||
    (wanted instanceof RegExp && text !== undefined ? wanted.test(text) : text === wanted) ||
    (wanted !== undefined && text !== undefined && changed?.texts.includes(text) === true);
  const compare = (found: ReadonlyMap<string, string>, wanted: Expected['outputs']) =>
    [...new Set([...found.keys(), ...Object.keys(wanted)])].flatMap((name) =>
      isRight(name, found.get(name), wanted[name]) ? [] : [`${name} is ${found.get(name)}`],
    );
  return [...compare(run.outputs, expected.outputs), ...compare(run.variables, expected.variables)];
}

/** Returns what a harmed event makes right; undefined if all its bytes arrived as they were sent. */
export function changedBy(event: RelayEvent | undefined, secrets: readonly string[]): Changed | undefined {
  if (event === undefined || event.arrived.equals(event.sent)) return undefined;
  const body = event.arrived.toString().split('\r\n\r\n').at(1) ?? '';
  return { texts: event.kind === 'answer' ? textsIn(parsed(body)) : [], forms: harmedForms(event, secrets) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return [JSON.stringify(value), ...Object.values(value).flatMap(textsIn)];
}

function harmedForms({ sent, arrived }: RelayEvent, secrets: readonly string[]): string[] {
  return secrets.flatMap((secret) => {
    const at = sent.indexOf(JSON.stringify(secret).slice(1, -1));
    const form = arrived.subarray(at, at + secret.length).toString();
    return at === -1 || form.length < secret.length || secret.includes('\n') ? [] : [form];
  });
}
