import fc from 'fast-check';
import type { ActionRun } from '../../harness/run-action.js';
import { viewText } from './summary-view.js';

/** What a runner, a terminal, a browser, a shell, a file system or a file of the runner could obey. */
const WORDS = [
  ...[
    '\n',
    '\r',
    '\r\n',
    '\u2028',
    '\u2029',
    '\u0085',
    '\v',
    '\f',
    '%0A',
    '%0D%0A',
    '%250A',
    '\\n',
    '\0',
    '\ud800',
    '\ufeff',
  ],
  ...[
    '::error::x',
    '::set-env name=PATH::/tmp',
    '::add-path::/tmp',
    '::stop-commands::x',
    '::add-mask::a',
    '::save-state name=undo::x',
  ],
  ...[
    '##[add-path]/tmp',
    '##[set-env name=A;]b',
    '##[error]x',
    '\u0301##[stop-commands]x',
    '\u0301x##[set-output name=A]b',
    ':\u0301:error::x',
    '::\u0301error::x',
    ':\u200b:error::x',
    '\uff1a\uff1aerror::x',
  ],
  ...[
    '\u001b[31m',
    '\u001b]8;;http://h\u0007x\u001b]8;;\u0007',
    '\u009b2J',
    '\b\b\b',
    '\u202etxt',
    '\u2066',
    '\u200d',
    '\ud83d\udd11',
    'e\u0301',
  ],
  ...[
    'A<<EOF\nx\nEOF',
    'ghadelimiter_00000000-0000-0000-0000-000000000000',
    'PATH=/tmp',
    'NODE_OPTIONS',
    'LD_PRELOAD',
    'GITHUB_ENV',
  ],
  ...[
    '../',
    '..',
    '/etc/passwd',
    '..\\..\\',
    'C:\\x',
    'CON',
    'nul',
    '.git/config',
    '~/.ssh',
    'a/../../b',
    '%2e%2e%2f',
    '.',
  ],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</code></td></table>',
    '<!--',
    '&lt;b&gt;',
    '<details open>',
    '<a href="javascript:x">',
  ],
  ...[
    '[x](javascript:alert(1))',
    '![x](http://h/x)',
    '**b**',
    '`c`',
    '```',
    '| a | b |',
    '# h',
    '- [ ] x',
    '\n\n---\n\n',
    '@octocat',
    '#1',
    'http://example.com/',
  ],
  ...[
    '$(id)',
    '`id`',
    "';x='",
    '"',
    '$HOME',
    '\\',
    "'",
    '!!',
    '${{ secrets.X }}',
    '*',
    '?',
    '#',
    ';',
    '|',
    '=',
    ': ',
    '{"a":1}',
    '[1]',
    'true',
    'null',
  ],
  ...[
    'X-Evil: 1',
    '\r\nSet-Cookie: a=b',
    'db',
    'password',
    'Z',
    '7',
    ' ',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'x'.repeat(400),
  ],
] as const;

/** Any sequence of these words. */
export const hostileWord: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(''));

/** What no text may contain that a person reads: characters that move the cursor, hide text or change its direction. */
const INVISIBLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** The elements and attributes of our own summaries. */
const ELEMENTS = 'h3 p b code pre table thead tbody tr th td br details summary ul ol li'.split(' ');
const ATTRIBUTES = ['align=left'];

/** Lists what of an untrusted text a reader of the log or of the summary would obey or not see; masks of single characters change the summary. */
export function problemsOfShown({ log, raw: { summary } }: ActionRun): string[] {
  const { elements } = viewText(summary);
  const tags = elements.map(({ tagName }) => tagName).filter((name) => !ELEMENTS.includes(name));
  const attributes = elements.flatMap(({ attrs }) => attrs.map(({ name, value }) => `${name}=${value}`));
  return [
    ...log.lines.filter((line) => INVISIBLE.test(line)).map((line) => `the log shows ${JSON.stringify(line)}`),
    ...summary
      .split('\n')
      .flatMap((line) => (INVISIBLE.test(line) ? [`the summary shows ${JSON.stringify(line)}`] : [])),
    ...tags.map((name) => `the summary has the element ${name}`),
    ...attributes.filter((text) => !ATTRIBUTES.includes(text)).map((text) => `the summary has the attribute ${text}`),
  ];
}
