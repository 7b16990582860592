const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const PEM = `-----BEGIN EC PRIVATE KEY-----\n${'MHcCAQEEIIglyRkAaGtZ8hT3vJ2qkXn5\nb0sYwPq9uLfEzR7cVdN1xKjM4oWiHtGa\n'}-----END EC PRIVATE KEY-----\n`;
const LONG = Array.from({ length: 12_800 }, (_, index) =>
  ((index * 2_654_435_761) >>> 0).toString(16).padStart(8, '0'),
).join('');

/** Values on which runners have failed, or could fail: each must be masked as a whole, in every form. */
export const NASTY_SECRETS: Readonly<Record<string, string>> = {
  'a plain word': 'correct-horse-battery',
  'every ASCII character': ASCII,
  'every ASCII character, backwards': [...ASCII].reverse().join(''),
  'a value with a combining mark first': '\u0301accent-upfront',
  'a value with a combining mark first and a percent sign': '\u0301grave%0Abefore%25letter-x',
  'a value with an Arabic vowel sign first': '\u064evowel-sign-leading',
  'a value with an emoji first': '😀smiley-face-ahead-😀',
  'a value with umlauts': 'Überführungsschlüssel-für-Jürgen',
  'a key file': PEM,
  'JSON over several lines': JSON.stringify({ server: 'ghcr.acme.dev', password: 'P@ss-word-1' }, null, 2),
  'JSON with JSON in a string': JSON.stringify({ auth: JSON.stringify({ pin: 'nested-pin-kernel' }) }),
  'a value with CRLF': 'alpha verse\r\nomega verse\r\n',
  'a value with a lone CR': 'maple grove\rbirch grove',
  'a command': '::add-mask::hazelnut-two-x',
  'a command after a lone CR': 'copper mine\r::error::silver mine',
  'a command with `##[`': '##[add-mask]cherry-three-x',
  'a value with the escapes of a command': 'percent%0Aescapes%25here%0D',
  'a value with quotes': `single'and"double"quotes'yes`,
  'a value with blanks, a tilde, a star, a slash and a plus': 'tilde~ and *star, slash/ and plus+',
  'a value with two colons': 'alfalfa-one::bamboo-two',
  'a value with two colons and a bracket': 'radish-one]:turnip::celery-two]fennel-three',
  'a value with two colons and a bracket, all close together': 'x]::y]z::w]',
  'a value with colons at both ends': '::kayak-journey::',
  'a value with colons first, and a bracket': '::lizard-tails]gecko-toes',
  'a value with colons, a bracket and an escape': '::]quebec-montreal%0A',
  'a value with one colon first': ':ginger-biscuit',
  'a value with one colon and a bracket': ':oxford-tower]cambridge-bridge',
  'JSON with two colons': JSON.stringify({ urls: ['amqp::host-one/a', 'amqp::host-two/b'], mode: 'passive-mode' }),
  'a value with escapes close together': '%0A%0D%0Ax%0Dyy%25%0A',
  'a value with a tab, and with blanks before two colons': '\tyellow submarine ::green rocket',
  'a value with short lines among long ones': '\n\r\npurple haze\r\nab\r\n\r\n}\r\norange mist',
  'a value with blanks at both ends': '  mint-chocolate  ',
  'a value of 100 KB': LONG,
};
