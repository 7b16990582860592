const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const PEM = `-----BEGIN EC PRIVATE KEY-----\n${'MHcCAQEEIIglyRkAaGtZ8hT3vJ2qkXn5\nb0sYwPq9uLfEzR7cVdN1xKjM4oWiHtGa\n'}-----END EC PRIVATE KEY-----\n`;
const LONG = Array.from({ length: 12_800 }, (_, index) =>
  ((index * 2_654_435_761) >>> 0).toString(16).padStart(8, '0'),
).join('');

/** Values that runners have failed to mask, or could: each must be masked completely, in every form. */
export const NASTY_SECRETS: Readonly<Record<string, string>> = {
  'a plain word': 'correct-horse-battery',
  'every ASCII character': ASCII,
  'every ASCII character, backwards': [...ASCII].reverse().join(''),
  'a combining mark first': '\u0301accent-upfront',
  'a combining mark first, with a percent sign': '\u0301accent%0Aup%25front-x',
  'an Arabic vowel sign first': '\u064evowel-sign-upfront',
  'an emoji first': '😀emoji-in-front-😀',
  umlauts: 'Überführungsschlüssel-für-Jürgen',
  'a key file': PEM,
  'JSON over several lines': JSON.stringify({ server: 'ghcr.acme.dev', password: 'P@ss-word-1' }, null, 2),
  'JSON with JSON in a string': JSON.stringify({ auth: JSON.stringify({ pin: 'nested-pin-kernel' }) }),
  CRLF: 'alpha verse\r\nomega verse\r\n',
  'a lone CR': 'alpha verse\romega verse',
  'a command': '::add-mask::kernel-two-x',
  'a command after a lone CR': 'alpha verse\r::error::omega verse',
  'a command with `##[`': '##[add-mask]kernel-three-x',
  'escapes of a command': 'percent%0Aescapes%25here%0D',
  quotes: `single'and"double"quotes'here`,
  'two colons inside': 'alpha-one::beta-two',
  'two colons and a bracket': 'alpha-one]:gamma::beta-two]delta-three',
  'two colons and a bracket, all close together': 'x]::y]z::w]',
  'colons at both ends': '::colons-around-it::',
  'leading colons, and a bracket': '::colons-first]hook-behind',
  'colons, a bracket and an escape': '::]quebec-escape%0A',
  'one leading colon': ':single-colon-first',
  'one colon and a bracket': ':single-colon]hook-behind',
  'JSON with two colons': JSON.stringify({ urls: ['amqp::host-one/a', 'amqp::host-two/b'], mode: 'passive-mode' }),
  'escapes close together': '%0A%0D%0Ax%0Dyy%25%0A',
  'a tab, and blanks before two colons': '\ttab upfront ::then colons',
  'short lines among long ones': '\n\r\nalpha verse\r\nab\r\n\r\n}\r\nomega verse',
  'blanks at both ends': '  blanks-around-it  ',
  '100 KB': LONG,
};
