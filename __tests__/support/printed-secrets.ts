/** A secret, and what programs print of it; `__tests__/real/printed-secrets.test.ts` compares each text with the program. */
export interface PrintedSecret {
  readonly kind: string;
  readonly secret: string;
  /** How bash prints an argument with this text under `set -x`, by locale. */
  readonly traces: { readonly C: string; readonly 'C.UTF-8': string };
  /** Base64 of `u:`, the secret and a newline. */
  readonly base64: string;
}

const sameTraces = (trace: string) => ({ C: trace, 'C.UTF-8': trace });

export const PRINTED_SECRETS: readonly PrintedSecret[] = [
  {
    kind: 'a plain word',
    secret: 'correct-horse-battery',
    traces: sameTraces('correct-horse-battery'),
    base64: 'dTpjb3JyZWN0LWhvcnNlLWJhdHRlcnkK',
  },
  {
    kind: 'single quotes',
    secret: "it's a 'quoted' secret",
    traces: sameTraces(String.raw`'it'\''s a '\''quoted'\'' secret'`),
    base64: 'dTppdCdzIGEgJ3F1b3RlZCcgc2VjcmV0Cg==',
  },
  {
    kind: 'a backslash and double quotes',
    secret: String.raw`back\slash and "quotes"`,
    traces: sameTraces(String.raw`'back\slash and "quotes"'`),
    base64: 'dTpiYWNrXHNsYXNoIGFuZCAicXVvdGVzIgo=',
  },
  {
    kind: 'characters that a shell expands',
    secret: 'dollar $HOME `id` !1 secret',
    traces: sameTraces("'dollar $HOME `id` !1 secret'"),
    base64: 'dTpkb2xsYXIgJEhPTUUgYGlkYCAhMSBzZWNyZXQK',
  },
  {
    kind: 'a tab',
    secret: 'tab\tand blank',
    traces: sameTraces("'tab\tand blank'"),
    base64: 'dTp0YWIJYW5kIGJsYW5rCg==',
  },
  {
    kind: 'umlauts',
    secret: 'Zugang-für-Jürgen',
    traces: { C: String.raw`$'Zugang-f\303\274r-J\303\274rgen'`, 'C.UTF-8': 'Zugang-für-Jürgen' },
    base64: 'dTpadWdhbmctZsO8ci1Kw7xyZ2VuCg==',
  },
  {
    kind: 'a bell character',
    secret: 'für\u0007Jürgen-allein',
    traces: {
      C: String.raw`$'f\303\274r\aJ\303\274rgen-allein'`,
      'C.UTF-8': String.raw`$'für\aJürgen-allein'`,
    },
    base64: 'dTpmw7xyB0rDvHJnZW4tYWxsZWluCg==',
  },
  {
    kind: 'the control character U+0085',
    secret: 'für\u0085Jürgen-allein',
    traces: {
      C: String.raw`$'f\303\274r\302\205J\303\274rgen-allein'`,
      'C.UTF-8': String.raw`$'für\302\205Jürgen-allein'`,
    },
    base64: 'dTpmw7xywoVKw7xyZ2VuLWFsbGVpbgo=',
  },
  {
    kind: 'an invisible character',
    secret: 'für\u200b\u0007Jürgen-allein',
    traces: {
      C: String.raw`$'f\303\274r\342\200\213\aJ\303\274rgen-allein'`,
      'C.UTF-8': `$'für\u200b\\aJürgen-allein'`,
    },
    base64: 'dTpmw7xy4oCLB0rDvHJnZW4tYWxsZWluCg==',
  },
  {
    kind: 'a line separator',
    secret: 'für\u2028Jürgen-allein',
    traces: {
      C: String.raw`$'f\303\274r\342\200\250J\303\274rgen-allein'`,
      'C.UTF-8': String.raw`$'für\342\200\250Jürgen-allein'`,
    },
    base64: 'dTpmw7xy4oCoSsO8cmdlbi1hbGxlaW4K',
  },
  {
    kind: 'emoji',
    secret: 'emoji😀secret😀',
    traces: {
      C: String.raw`$'emoji\360\237\230\200secret\360\237\230\200'`,
      'C.UTF-8': 'emoji😀secret😀',
    },
    base64: 'dTplbW9qafCfmIBzZWNyZXTwn5iACg==',
  },
  {
    kind: 'escape sequences of a terminal',
    secret: 'escape\u001b[31m and bell\u0007',
    traces: sameTraces("'escape\u001b[31m and bell\u0007'"),
    base64: 'dTplc2NhcGUbWzMxbSBhbmQgYmVsbAcK',
  },
  {
    kind: 'two lines',
    secret: 'first long line\nsecond long line',
    traces: sameTraces("'first long line\nsecond long line'"),
    base64: 'dTpmaXJzdCBsb25nIGxpbmUKc2Vjb25kIGxvbmcgbGluZQo=',
  },
];

/** The texts in which a program may encode a secret: alone, with a line end, and after a user name. */
export const textsWith = (secret: string): readonly string[] => [
  secret,
  `${secret}\n`,
  `u:${secret}\n`,
  `me:${secret}`,
  `you:${secret}\n`,
];
