import { SHORTEST } from './forms.js';
import { commandData, isMaskable, isShort, type MaskReader } from './masks.js';

/**
 * How nektos/act reads masks (0.2.89, pkg/runner/command.go and logger.go): it knows no lines and no encodings of a text,
 * and it replaces the masks one after the other, in the order of their arrival.
 *
 * So what an earlier mask leaves of a later text would stay in clear: that is registered, too.
 */
export function createActReader(): MaskReader {
  const arrived = createArrivedMasks();
  const dataOf = (text: string): string[] => {
    const steps = stepsToHide(arrived.hide(text));
    arrived.add(steps);
    // Also what act cannot read: a runner that has only taken over the variable can.
    return [...steps.filter((step) => step !== text), text].flatMap(commandData);
  };
  return { spellingsOf, dataOf: (texts) => texts.flatMap(dataOf) };
}

function spellingsOf(piece: string): string[] {
  const forms = RUNNER_FORMS.map((write) => write(piece.toWellFormed())).filter((form) => form.length >= SHORTEST);
  return [piece, asVariable(piece), ...forms];
}

const base64 = (skip: number) => (text: string) => Buffer.from(text, 'utf8').subarray(skip).toString('base64');

const XML_ENTITIES: Readonly<Record<string, string>> = { '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos', '&': 'amp' };

/** What GitHub's runner masks beside a text by itself (ValueEncoders.cs), where it is not masked on every runner already. */
const RUNNER_FORMS: readonly ((text: string) => string)[] = [
  base64(0),
  base64(1),
  base64(2),
  (text) => text.replaceAll("'", "''"),
  (text) => text.replace(/[<>"'&]/g, (sign) => `&${XML_ENTITIES[sign]};`),
];

const ESCAPES: Readonly<Record<string, string>> = { '%': '%25', '\r': '%0D', '\n': '%0A', ']': '%5D' };

/**
 * The line that masks a text in act and prints nothing of it.
 *
 * For act the name of a command ends at the last `::` of the line, so that `::add-mask::a::b` is an unknown command, which is
 * printed. `##[add-mask]a::b` is not; GitHub's runner knows it, too, with an escape for the bracket (ActionCommand.cs).
 */
export function actCommand(text: string): string {
  const [command, escaped] = needsBrackets(text) ? ['##[add-mask]', /[%\r\n\]]/g] : ['::add-mask::', /[%\r\n]/g];
  return `${command}${text.replace(escaped, (sign) => ESCAPES[sign] ?? sign)}\n`;
}

function needsBrackets(text: string): boolean {
  return `:${text}`.includes('::');
}

/**
 * Whether act registers just this text: a bracket ends the command's name where colons keep it from the other form, and `%0A`
 * becomes a newline half of the time, since it takes the escapes back in random order.
 */
function isReadable(text: string): boolean {
  return !/%0[AD]/.test(text) && !(needsBrackets(text) && text.includes(']'));
}

/** Masks that hide a text together: its pieces, then what they leave, and so on. */
function stepsToHide(text: string): string[] {
  let steps: string[] = [];
  let left = text;
  // Of a text that earlier masks hide, mere syntax may be left.
  while (isMaskable(left.replaceAll('*', ''))) {
    if (isReadable(left)) {
      return [...steps, left];
    }
    const parts = bestCut(left);
    const pieces = [...new Set(parts.filter(isPiece))].sort((a, b) => b.length - a.length);
    if (pieces.length === 0) {
      return steps;
    }
    steps = [...steps, ...pieces];
    left = parts.map((part) => (isPiece(part) ? '***' : part)).join('');
  }
  return steps;
}

/** Where a text is cut, so that act can read each part: at colons or at brackets, and always inside an escape. */
const SEPARATORS = [/(^:+|:{2,})/, /(\])/];

/** The parts and what stands between them, of the cut that leaves less outside of pieces. No piece reaches over a cut. */
function bestCut(text: string): string[] {
  const cuts = SEPARATORS.map((separator) => text.split(/(?<=%0)(?=[AD])/).flatMap((part) => part.split(separator)));
  const outside = (parts: string[]) => parts.reduce((sum, part) => sum + (isPiece(part) ? 0 : part.length), 0);
  return cuts.reduce((best, cut) => (outside(cut) < outside(best) ? cut : best));
}

/** A shorter one would hide more of the log than of the secret. */
function isPiece(part: string): boolean {
  return !isShort(part) && isMaskable(part) && /[^*]/.test(part);
}

/** A text of several lines as act shows it in one entry, for a variable or an output (pkg/container/parse_env_file.go). */
function asVariable(text: string): string {
  return text.replace(/\r(?=\n|$)/g, '').replace(/^\n+/, '');
}

/** The masks that a runner has taken so far, where it replaces one after the other. */
export interface ArrivedMasks {
  add(masks: readonly string[]): void;
  /** A text as they leave it, each replaced in the order of their arrival. */
  hide(text: string): string;
}

/** How much of its start finds a mask; only whole values are shorter. */
const KEY_LENGTH = 4;

/** How many places and masks are looked at in all: two seconds. */
const MOST_WORK = 20_000_000;

/**
 * Starts without any.
 *
 * A document of thousands of lines has tens of thousands of masks. Those alone are compared whose start is in a text; and when
 * that was much work already, texts are taken as they are: each of their lines has a mask of its own.
 */
export function createArrivedMasks(): ArrivedMasks {
  const all: string[] = [];
  const shorter: number[] = [];
  const byStart = new Map<string, number[]>();
  let work = 0;
  /** The first of them that is in a text, by its number, from one on. */
  const firstIn = (text: string, from: number): number | undefined => {
    let found = shorter.find((number) => number >= from && text.includes(all[number] ?? ''));
    for (let at = 0; at + KEY_LENGTH <= text.length && byStart.size > 0 && work < MOST_WORK; at += 1) {
      const numbers = byStart.get(text.slice(at, at + KEY_LENGTH)) ?? [];
      work += 1 + numbers.length;
      const here = numbers.find((number) => number >= from && text.startsWith(all[number] ?? '', at));
      found = here !== undefined && (found === undefined || here < found) ? here : found;
    }
    return found;
  };
  return {
    add(masks) {
      for (const mask of masks) {
        const number = all.push(mask) - 1;
        if (mask.length < KEY_LENGTH) {
          shorter.push(number);
          continue;
        }
        const start = mask.slice(0, KEY_LENGTH);
        const alike = byStart.get(start) ?? [];
        alike.push(number);
        byStart.set(start, alike);
      }
    },
    hide(text) {
      let shown = text;
      for (let number = firstIn(text, 0); number !== undefined; number = firstIn(shown, number + 1)) {
        // Each may make another one fit: one that holds what an earlier one left.
        shown = shown.replaceAll(all[number] ?? '', '***');
      }
      return work < MOST_WORK ? shown : text;
    },
  };
}
