import fc from 'fast-check';
import type { Send } from '../../src/ports.js';
import { answer } from './fake-ports.js';
import { anyText, type PlacelessRequest, printRequest } from './secret-requests.js';

/** One Secret, the value that the server returns, and the line that requests it. */
export interface Given {
  readonly id: string;
  readonly name: string;
  readonly value: unknown;
  /** The value that the line selects, if it differs from the value of the server. */
  readonly meant?: unknown;
  readonly request: PlacelessRequest;
}

type Structure = Readonly<Record<string, unknown>>;

/** Generates texts of single characters, since `fc.string` adds words of JavaScript that a log may also contain. */
const signsOf = (unit: 'grapheme-ascii' | 'binary', least: number, most: number) =>
  fc
    .array(fc.string({ unit, minLength: 1, maxLength: 1 }), { minLength: least, maxLength: most })
    .map((signs) => signs.join(''));

const RANDOM = signsOf('grapheme-ascii', 4, 40);

/** Generates texts that could break a log, a command or a file of the runner, from words that no log contains otherwise. */
const hard = (one: string, other: string) =>
  fc.constantFrom(
    `::add-mask::${one}-${other}`,
    `::stop-commands::${one}-${other}`,
    `##[stop-commands]${one}-${other}`,
    `${one}%0A${other}%25${one}%0D${other}`,
    `${one}<<ghadelimiter_x\nPATH=/${other}\nghadelimiter_x`,
    `${one}=1\n${other}=2`,
    `\u0301${one}%0A${other}`,
    `\u064e${one}-${other}`,
    `{"${one}":`,
    `${one}'${other}"${one}"'${other}`,
    `  ${one} ${other}  `,
    `\ufeff${one}-${other}`,
    `\u0085${one}-${other}\u0085`,
  );

const HARD_VALUE = hard('kw7Qz', 'Xv4Bd');
const HARD_NAME = hard('mj3Fp', 'Ys6Gt');

const text = fc.oneof(
  RANDOM,
  HARD_VALUE,
  anyText(12),
  signsOf('binary', 0, 12),
  fc.array(fc.oneof(RANDOM, anyText(4)), { minLength: 2, maxLength: 4 }).map((lines) => lines.join('\n')),
  fc.tuple(HARD_VALUE, fc.constantFrom('\n', '\r', '\r\n', ''), RANDOM).map((parts) => parts.join('')),
);

const fieldName = fc.oneof(
  fc.constantFrom('user', 'username', 'password', 'token', 'server', 'access_key', 'a b', 'größe', 'PATH', 'a.b', ''),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

const leaf = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(true, false, null),
  fc.array(text, { maxLength: 3 }),
);

const structure: fc.Arbitrary<Structure> = fc
  .dictionary(fieldName, fc.oneof({ weight: 3, arbitrary: leaf }, fc.dictionary(fieldName, leaf, { maxKeys: 3 })), {
    minKeys: 1,
    maxKeys: 4,
  })
  // An object without prototype differs from one that is read from JSON.
  .map((fields) => ({ ...fields }));

const PLAIN = { quoted: true, allFields: false, optional: false, decodings: [] } as const;
type Shape = Omit<Given, 'id' | 'name' | 'request'> & { readonly request: Omit<PlacelessRequest, 'selector'> };

const shape: fc.Arbitrary<Shape> = fc.oneof(
  { weight: 3, arbitrary: text.map((value) => ({ value, request: PLAIN })) },
  { weight: 2, arbitrary: structure.map((value) => ({ value, request: PLAIN })) },
  { weight: 2, arbitrary: structure.map((value) => ({ value, request: { ...PLAIN, allFields: true } })) },
  structure.map((value) => ({ value, request: { ...PLAIN, allFields: true, sink: 'file' } as const })),
  structure.map((value) => ({ value: JSON.stringify(value), request: { ...PLAIN, allFields: true } })),
  structure.map((value) => ({
    value: { deep: value },
    meant: value,
    request: { ...PLAIN, field: 'deep', allFields: true },
  })),
  fc.tuple(structure, fc.constantFrom(0, 2)).map(([fields, indent]) => {
    return { value: JSON.stringify(fields, null, indent), request: PLAIN };
  }),
  leaf.filter((value) => value !== null).map((value) => ({ value, request: PLAIN })),
  text.map((value) => ({ value, request: { ...PLAIN, sink: 'file' } as const })),
  fc.tuple(text, fc.constantFrom('base64' as const, 'hex' as const)).map(([meant, encoding]) => {
    const value = Buffer.from(meant, 'utf8').toString(encoding);
    return { value, meant, request: { ...PLAIN, decodings: [encoding] } };
  }),
  fc.tuple(structure, text).map(([fields, meant]) => {
    return { value: { ...fields, wanted: meant }, meant, request: { ...PLAIN, field: 'wanted' } };
  }),
);

const name = fc.oneof(
  fc.stringMatching(/^[a-z]{2,9}-[a-z0-9]{2,9}$/),
  HARD_NAME,
  anyText(6),
  fc.constantFrom('path', 'ld-preload', 'chariot token', 'user', '2fa', '---', 'ключ'),
);

/** Where a name comes from: a target, the name of the Secret, or a value that is also the name. */
const naming = fc.constantFrom('target', 'target', 'target', 'target', 'own', 'value');

/** Generates Secrets with names and values of all kinds, each requested by one line. */
export const exposureCase: fc.Arbitrary<readonly Given[]> = fc
  .array(fc.tuple(shape, name, naming), { minLength: 1, maxLength: 4 })
  .map((parts) =>
    parts.map(([{ request, ...rest }, given, kind], index): Given => {
      const named = kind === 'value' && typeof rest.value === 'string' ? rest.value : given;
      const selector =
        parts.slice(0, index).some(([, other]) => other === named) || named === '' ? `n-${index}` : named;
      const target = kind === 'own' ? {} : { target: request.allFields ? `T${index}_*` : `T${index}_Name` };
      return { id: `${index}`, name: selector, ...rest, request: { selector, ...request, ...target } };
    }),
  )
  .filter((secrets) => new Set(secrets.map(({ name: known }) => known)).size === secrets.length);

/** Returns the lines that request these Secrets. */
export const linesFor = (secrets: readonly Given[]): string =>
  secrets.map(({ request }) => printRequest(request)).join('\n');

/** Returns the network of a server with these Secrets. */
export function serverFor(secrets: readonly Given[]): Send {
  const keyOf = (id: string) => `secret/Custom/${id}`;
  const data = secrets.map(({ id, name: known }) => {
    return { _id: id, _key: keyOf(id), _type: 'secret/Custom', name: known, value: '********' };
  });
  return async ({ url }) => {
    const id = url.pathname.split('/').at(-1) ?? '';
    const found = secrets.find((secret) => secret.id === id);
    return url.searchParams.has('decrypt') ? answer({ _key: keyOf(id), value: found?.value }) : answer({ data });
  };
}
