import { createArrivedMasks } from './arrived-masks.js';
import { SHORTEST } from './mask-forms.js';
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

const ENTITIES: Readonly<Record<string, string>> = { '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos', '&': 'amp' };

/** What GitHub's runner masks beside a text by itself (ValueEncoders.cs), where it is not masked on every runner already. */
const RUNNER_FORMS: readonly ((text: string) => string)[] = [
  base64(0),
  base64(1),
  base64(2),
  (text) => text.replaceAll("'", "''"),
  (text) => text.replace(/[<>"'&]/g, (sign) => `&${ENTITIES[sign]};`),
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
