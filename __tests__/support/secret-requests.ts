import fc from 'fast-check';
import type { SecretRequest } from '../../src/language/request.js';

/** A request without its line number and text, which depend on the layout. */
export type PlacelessRequest = Omit<SecretRequest, 'line' | 'text' | Absent> & Partial<Pick<SecretRequest, Absent>>;

/** What a request may lack. */
type Absent = 'field' | 'target' | 'sink';

/** The layout of one request among others, which does not change its meaning. */
export interface Layout {
  /** Blanks for each place where the grammar allows them, used in turn. */
  readonly blanks: readonly string[];
  /** What ends the request: semicolons or line ends, perhaps after a comment. */
  readonly end: string;
}

/** The usual layout: one request per line. */
export const ONE_PER_LINE: Layout = { blanks: [' '], end: '\n' };

/** Prints a request, with blanks wherever the grammar allows them. */
export function printRequest(request: PlacelessRequest, { blanks }: Layout = ONE_PER_LINE): string {
  const { selector, quoted, field, allFields, optional, decodings, target, sink } = request;
  const destination = `${target ?? ''}${sink === undefined ? '' : `@${sink}`}`;
  const after = [...decodings, ...(destination === '' ? [] : [destination])].flatMap((word) => ['|', word]);
  const fields = [...(field === undefined ? [] : [field]), ...(allFields ? ['*'] : [])]
    .map((part) => `.${part}`)
    .join('');
  const name = `${quoted ? JSON.stringify(selector) : selector}${fields}`;
  // A question mark directly follows a field; blanks may precede it after a name.
  const first = optional ? (fields === '' ? [name, '?'] : [`${name}?`]) : [name];
  return [...first, ...after].reduce((text, word, index) => `${text}${blanks[index % blanks.length] ?? ''}${word}`);
}

/** Prints requests one after the other, and returns them with their line numbers. */
export function printRequests(laidOut: readonly (readonly [PlacelessRequest, Layout])[]): {
  readonly text: string;
  readonly requests: readonly SecretRequest[];
} {
  let text = '';
  const requests = laidOut.map(([request, layout]) => {
    const line = text.split(/\r\n|\r|\n/).length;
    const printed = printRequest(request, layout);
    text += `${layout.blanks.at(-1) ?? ''}${printed}${layout.end}`;
    return { field: undefined, target: undefined, sink: undefined, ...request, line, text: printed };
  });
  return { text, requests };
}

/** Characters with a meaning in the grammar, or for readers of lines and JSON. */
const SIGNS = [...'"\\|;#*?.@ \t\n\r/-_', 'base64', 'hex', '@file', '\u00a0', '\u2028', '\ufeff', '\u0301', '😀'];
const sign = fc.constantFrom(...SIGNS);

/** Generates any text, with many characters that have a meaning in the grammar. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(sign, fc.string({ unit: 'grapheme', maxLength: 3 }), fc.string({ unit: 'binary', maxLength: 2 })), {
      maxLength,
    })
    .map((parts) => parts.join(''));

/** Makes a text valid without quotes: one line, no blanks at its ends, nothing that would end it earlier. */
function asWord(text: string): string {
  const line = text.replace(/[|;\r\n]/g, '-').trim();
  return line.replace(/(\s)#/g, '$1-');
}

/** Also removes a question mark at the end, which would make the request optional. */
const asRequiredWord = (text: string) => asWord(text).replace(/[\s?]+$/, '');

const bareSelector = (optional: boolean) =>
  anyText(8)
    .map((text) => (optional ? asWord(text) : asRequiredWord(text)).replace(/^["#]+/, 'x'))
    .filter((text) => text !== '' && text.trim() === text);

const fieldName = (optional: boolean) =>
  anyText(4)
    .map((text) => (optional ? asWord(text) : asRequiredWord(text)))
    .filter((text) => text !== '');

const variable = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
const namedSink = fc.constantFrom('file', 'dotenv', 'env-file');

/** Generates what may follow the last bar of a request whose name has so many stars. */
function goalOf(stars: number, allFields: boolean): fc.Arbitrary<Pick<PlacelessRequest, 'target' | 'sink'>> {
  const star = fc.oneof(
    variable.map((text) => `${text}*`),
    fc.constant('*'),
  );
  const name = stars === 0 && !allFields ? variable : star;
  const ofValues = allFields ? [] : (['docker', 'aws'] as const);
  const alone = fc.oneof(
    fc.constant({}),
    fc.record({ sink: fc.constantFrom('file', 'dotenv', 'env-file', ...ofValues) }),
  );
  if (stars > 1) {
    return alone;
  }
  const plain = name.filter((text) => text !== 'base64' && text !== 'hex').map((target) => ({ target }));
  return fc.oneof(alone, plain, fc.record({ target: name, sink: namedSink }));
}

const starsIn = (text: string) => text.split('*').length - 1;
const decodings = fc.array(fc.constantFrom('base64', 'hex'), { maxLength: 3 });

const bareRequest = fc.tuple(fc.boolean(), fc.boolean()).chain(([optional, allFields]) =>
  bareSelector(optional)
    .filter((selector) => !selector.endsWith('.*'))
    .chain((selector) =>
      fc
        .record({ decodings, goal: goalOf(starsIn(selector), allFields) })
        .map(({ goal, ...rest }): PlacelessRequest => {
          return { selector, quoted: false, allFields, optional, ...rest, ...goal };
        }),
    ),
);

const quotedRequest = fc.tuple(fc.boolean(), fc.boolean()).chain(([optional, allFields]) =>
  fc
    .record({
      selector: anyText(8).filter((text) => text !== ''),
      field: fc.option(
        fieldName(optional).filter((text) => !text.includes('*')),
        { nil: undefined },
      ),
      decodings,
      goal: goalOf(0, allFields),
    })
    .map(({ field, goal, ...rest }): PlacelessRequest => {
      return { quoted: true, allFields, optional, ...rest, ...(field === undefined ? {} : { field }), ...goal };
    }),
);

const blank = fc.constantFrom('', '', ' ', '  ', '\t', '\u00a0');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n\n \n');
const comment = anyText(5).map((text) => ` #${text.replace(/[\r\n]/g, ' ')}`);

const layout: fc.Arbitrary<Layout> = fc.record({
  blanks: fc.array(blank, { minLength: 1, maxLength: 5 }),
  end: fc.oneof(
    fc.constantFrom(';', ' ; ', ';;'),
    lineEnd,
    fc.tuple(comment, lineEnd).map((parts) => parts.join('')),
    fc.tuple(comment, lineEnd).map((parts) => `;${parts.join('').trimStart()}`),
  ),
});

/** Generates valid requests, each with a layout. */
export const validRequests: fc.Arbitrary<readonly (readonly [PlacelessRequest, Layout])[]> = fc.array(
  fc.tuple(fc.oneof(bareRequest, quotedRequest), layout),
  { maxLength: 6 },
);
