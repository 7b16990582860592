// Colours of the demo.
import { type StyleTextOptions, styleText } from 'node:util';

/** What a text is for the reader. */
export type Style = keyof typeof FORMATS;

/** Colours a text of one line, or returns it unchanged. */
export type Paint = (style: Style, text: string) => string;

const FORMATS = {
  title: ['bold', 'cyan'],
  strong: ['bold'],
  quiet: ['gray'],
  name: ['cyan'],
  good: ['green'],
  bad: ['bold', 'red'],
  warning: ['bold', 'yellow'],
} as const;

/** Colours for a terminal; none in a pipe. `styleText` respects NO_COLOR and FORCE_COLOR. */
export const paintForStdout: Paint = (style, text) => apply(style, text, { stream: process.stdout });

/** Colours for a picture. */
export const paintAlways: Paint = (style, text) => apply(style, text, { validateStream: false });

/** Applies one format after the other: for a list of formats, Node 20 does not look at the stream. */
function apply(style: Style, text: string, options: StyleTextOptions): string {
  return text === ''
    ? ''
    : FORMATS[style].reduce<string>((painted, format) => styleText(format, painted, options), text);
}
