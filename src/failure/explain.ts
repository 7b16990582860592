import { type ActionError, sentenceOf, TITLES } from '../errors.js';
import type { Platform, ServerForm } from '../platforms/platform.js';
import { type Redact, reveal } from '../untrusted-text.js';
import { HINTS, HINTS_IN_ACT } from './hints.js';

/** What the explanation of an error depends on. */
export interface Explained {
  readonly error: ActionError;
  /** Undefined if the inputs do not name a platform. */
  readonly platform: Pick<Platform, 'server'> | undefined;
  /** Whether the runner is nektos/act. */
  readonly isAct: boolean;
  /** Where the documents are. */
  readonly documents: string;
}

/** The inputs with which the address of a platform is set. */
const ADDRESS: Readonly<Record<ServerForm['by'], string>> = {
  url: '`url`',
  tenant: '`url` and `tenant`',
  issuer: '`issuer` or `token_url`',
};

/** Lists what the user can do, as sentences: the advice for this case or else the hint of the code, then other causes. */
export function stepsFor({ error, platform, isAct }: Omit<Explained, 'documents'>): string[] {
  const closed = (text: string) => `${text.replace(/\.$/, '')}.`;
  const address = platform === undefined ? 'the address of the server' : ADDRESS[platform.server.by];
  const hint = (isAct ? HINTS_IN_ACT[error.code] : undefined) ?? HINTS[error.code];
  const steps = error.advice.length > 0 ? error.advice : hint;
  return [...steps, ...error.also].map((step) => closed(step.replaceAll('{address}', address)));
}

/** Describes what failed and what is known about the cause, as sentences. */
export function describeCause(error: ActionError): string {
  return [sentenceOf(error), ...error.facts].map((sentence) => `${sentence}.`).join(' ');
}

/** Returns where the documents explain a code. */
export function linkFor({ error, documents }: Pick<Explained, 'error' | 'documents'>): string {
  return `${documents}/troubleshooting.md#${error.code}`;
}

/** Returns the headline of an error: the title of its annotation and summary. */
export function titleOf({ title, code }: ActionError): string {
  return title ?? TITLES[code];
}

/**
 * Formats an error as one line: what failed, the words of the server, what to do, and the request for its administrator.
 *
 * One line, because nektos/act shows a line end in an annotation as `%0A`.
 */
export function explain(explained: Explained, redact: Redact): string {
  const { error } = explained;
  const request = error.request === undefined ? '' : ` (${error.request.text})`;
  return reveal(`${describeCause(error)} ${stepsFor(explained).join(' ')} See ${linkFor(explained)}${request}`, redact);
}
