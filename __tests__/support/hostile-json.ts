import fc from 'fast-check';

/** A JSON text in parts: an object keeps its members in their order, also two of one name. */
type Tree = { readonly text: string } | { readonly items: Tree[] } | { readonly members: [name: string, Tree][] };

/** One change of a JSON text; `place` counts its values. */
export interface JsonChange {
  readonly place: number;
  readonly kind: 'replace' | 'delete' | 'duplicate' | 'rename';
  readonly name: string;
  readonly text: string;
}

/** Names that mean something to JavaScript or to the action. */
const NAMES = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'length',
    'then',
    'toJSON',
    '',
    ' ',
    '0',
    '-1',
    'a.b',
    '*',
  ],
  ...[
    'value',
    'data',
    'name',
    '_id',
    '_key',
    '_type',
    '_updated_at',
    'error',
    'errors',
    'message',
    'issuer',
    'expires_in',
  ],
  ...[
    'access_token',
    'refresh_token',
    'id_token',
    'token_type',
    'refresh_expires_in',
    'scope',
    'exp',
    'token_endpoint',
  ],
  ...['mtls_endpoint_aliases', 'revocation_endpoint', 'userinfo_endpoint', 'issued_token_type', 'a\nb', '\ud800'],
] as const;

const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;

/** JSON texts that a parser or its user often reads in a wrong way. */
const TEXTS = [
  ...[
    'null',
    'true',
    'false',
    '0',
    '-0',
    '1.0',
    '1e999',
    '-1e999',
    '1E400',
    '9007199254740993',
    '1e-7',
    '12345678901234567890',
  ],
  ...[
    '""',
    '" "',
    '"********"',
    '"\\u0000"',
    '"\\ud800"',
    '"\\u2028::error::x"',
    '"a\\r\\n::set-env name=A::b"',
    '"%0A##[error]x"',
  ],
  ...[
    '[]',
    '{}',
    '[null]',
    '{"":""}',
    '{"__proto__":{"value":"polluted"}}',
    '{"constructor":{"prototype":{"value":1}}}',
  ],
  ...[
    '{"toString":1,"valueOf":2}',
    '{"then":1}',
    '{"toJSON":1}',
    '{"length":1e9}',
    '"{\\"a\\":1.0}"',
    '"[1,2]"',
    '"\\"a\\""',
  ],
  ...['"secret/x"', '"secret/Custom/../../../users/me"', '"secret/Custom/%2e%2e/x"', '"secret//x"', '"secret/a b/c"'],
  ...[
    '"http://127.0.0.1:1/x"',
    '"javascript:alert(1)"',
    '"//example.com"',
    '"file:///etc/passwd"',
    '"https://user:pw@h"',
  ],
  ...['"A"', '"B"', '"Bearer"', '"N_A"', '"-----BEGIN CERTIFICATE-----"', '"eyJhbGciOiJub25lIn0.eyJleHAiOjFlOTk5fQ."'],
  ...[nested('[', ']', 900), nested('{"a":', '}', 900), nested('[', ']', 10_000), nested('{"a":', '}', 10_000)],
  ...[`"${'x'.repeat(200_000)}"`, `[${'1,'.repeat(20_000)}1]`, `{${'"a":1,'.repeat(2000)}"a":2}`],
];

const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }).map((text) => JSON.stringify(text)) },
);

/** Any change of any value of a JSON text. */
export const jsonChange: fc.Arbitrary<JsonChange> = fc.record({
  place: fc.nat(40),
  kind: fc.constantFrom('replace', 'replace', 'delete', 'duplicate', 'rename'),
  name: fc.constantFrom(...NAMES),
  text: anyText,
});

/** Changes a JSON text. */
export function changedJson(text: string, changes: readonly JsonChange[]): string {
  const root: Tree = { items: [treeOf(JSON.parse(text))] };
  for (const change of changes) apply(root, change);
  return root.items.map(textOf).join(',');
}

function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return { items: value.map(treeOf) };
  if (typeof value !== 'object' || value === null) return { text: JSON.stringify(value) };
  return { members: Object.entries(value).map(([name, member]) => [name, treeOf(member)]) };
}

function textOf(tree: Tree): string {
  if ('text' in tree) return tree.text;
  if ('items' in tree) return `[${tree.items.map(textOf).join(',')}]`;
  return `{${tree.members.map(([name, member]) => `${JSON.stringify(name)}:${textOf(member)}`).join(',')}}`;
}

/** A value, as its owner and its index there. */
type Place = readonly [owner: Exclude<Tree, { text: string }>, index: number];

function placesIn(tree: Tree): Place[] {
  if ('text' in tree) return [];
  const below = 'items' in tree ? tree.items : tree.members.map(([, member]) => member);
  return below.flatMap((inner, index) => [[tree, index] as const, ...placesIn(inner)]);
}

function apply(root: Tree, { place, kind, name, text }: JsonChange): void {
  const places = placesIn(root);
  const [owner, index] = places[place % places.length] ?? [];
  if (owner === undefined || index === undefined) return;
  const added: Tree = { text };
  if ('items' in owner) {
    owner.items.splice(
      index + (kind === 'duplicate' ? 1 : 0),
      kind === 'duplicate' ? 0 : 1,
      ...(kind === 'delete' ? [] : [added]),
    );
    return;
  }
  const [old, member] = owner.members[index] ?? [name, added];
  const changed: Readonly<Record<JsonChange['kind'], [string, Tree][]>> = {
    replace: [[old, added]],
    delete: [],
    duplicate: [
      [old, member],
      [old, added],
    ],
    rename: [
      [name, added],
      [old, member],
    ],
  };
  owner.members.splice(index, 1, ...changed[kind]);
}

/** Returns every value in a JSON document as text, also of a document in a string; numbers are written as JavaScript writes them. */
export function textsIn(text: string): string[] {
  try {
    return valuesIn(JSON.parse(text));
  } catch {
    return [];
  }
}

function valuesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...textsIn(value)];
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value), ''];
  return [JSON.stringify(value), ...Object.values(value).flatMap(valuesIn)];
}

/** Writes a JSON text as JavaScript does; any other text stays as it is. */
export function normalJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
