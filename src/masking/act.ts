import { entities } from './escapes.js';
import { SHORTEST } from './forms.js';
import { addMask, commandData, isCommandToo, isMaskable, isShort, type MaskReader } from './masks.js';

/** The most masks that are replayed: with more, each new text would be searched for tens of thousands of masks. */
const MOST_REPLAYED = 3_000;

/**
 * Creates the reader for nektos/act (0.2.89, pkg/runner/command.go and logger.go). It knows neither the lines nor the encodings
 * of a text, and it replaces the masks one after another, in the order in which they arrive.
 *
 * If a text contains an earlier mask, act replaces only that part. Therefore the rest is also registered, as act shows it.
 */
export function createActReader(): MaskReader {
  const masks: string[] = [];
  const commandsFor = (text: string): string[] => {
    const shown =
      masks.length > MOST_REPLAYED ? text : masks.reduce((left, mask) => left.replaceAll(mask, '***'), text);
    const steps = stepsToHide(shown);
    masks.push(...steps);
    // The whole text is always sent, because a runner that is not act may also set `ACT`.
    return [...steps.filter((step) => step !== text), text].flatMap(commandData).map(actCommand);
  };
  return { spellingsOf, commandsFor: (texts) => texts.flatMap(commandsFor) };
}

function spellingsOf(piece: string): string[] {
  const forms = RUNNER_FORMS.map((write) => write(piece.toWellFormed())).filter((form) => form.length >= SHORTEST);
  return [piece, asVariable(piece), ...forms];
}

const base64From = (start: number) => (text: string) => Buffer.from(text, 'utf8').subarray(start).toString('base64');

/** The forms that GitHub's runner masks on its own (ValueEncoders.cs), without those that `forms.ts` masks on every runner. */
const RUNNER_FORMS: readonly ((text: string) => string)[] = [
  base64From(0),
  base64From(1),
  base64From(2),
  (text) => text.replaceAll('"', '\\"'),
  entities(['&quot;', '&apos;']),
];

/**
 * Writes the line that masks a text in act and shows nothing of the text.
 *
 * For act, the name of a command ends at the last `::` of the line. `::add-mask::a::b` is therefore an unknown command, which
 * act prints. `##[add-mask]a::b` is a known command, for GitHub's runner also.
 */
export function actCommand(text: string): string {
  return addMask(text, needsBrackets(text));
}

function needsBrackets(text: string): boolean {
  return `:${text}`.includes('::') || isCommandToo(text);
}

/**
 * Tells whether act registers exactly this text.
 *
 * In the bracket form, a `]` in the text ends the name of the command. `%0A` becomes a newline in half of the runs, because act
 * replaces the escapes in random order.
 */
function isReadable(text: string): boolean {
  return !/%0[AD]/.test(text) && !(needsBrackets(text) && text.includes(']'));
}

/** Lists the masks that together hide a text: its pieces, then the pieces of what remains, until act can read the rest. */
function stepsToHide(text: string): string[] {
  const isHidden = !isMaskable(text.replaceAll('*', ''));
  if (isHidden || isReadable(text)) {
    return isHidden ? [] : [text];
  }
  const parts = bestCut(text);
  const pieces = [...new Set(parts.filter(isPiece))].sort((a, b) => b.length - a.length);
  const left = parts.map((part) => (isPiece(part) ? '***' : part)).join('');
  return pieces.length === 0 ? [] : [...pieces, ...stepsToHide(left)];
}

/** Where a text can be cut so that act can read its parts: at colons or at brackets. */
const SEPARATORS = [/(^:+|:{2,})/, /(\])/];

/** Cuts a text inside each escape and at the separators that leave fewer characters outside the pieces; keeps the separators. */
function bestCut(text: string): string[] {
  const cuts = SEPARATORS.map((separator) => text.split(/(?<=%0)(?=[AD])/).flatMap((part) => part.split(separator)));
  const outside = (parts: string[]) => parts.reduce((sum, part) => sum + (isPiece(part) ? 0 : part.length), 0);
  return cuts.reduce((best, cut) => (outside(cut) < outside(best) ? cut : best));
}

/** Tells whether a part can be a mask; a shorter one would hide more of the log than of the secret. */
function isPiece(part: string): boolean {
  return !isShort(part) && isMaskable(part) && /[^*]/.test(part);
}

/** Writes a text of several lines as act shows a variable or an output in one entry (pkg/container/parse_env_file.go). */
function asVariable(text: string): string {
  return text.replace(/\r(?=\n|$)/g, '').replace(/^\n+/, '');
}
