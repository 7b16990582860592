import fc from 'fast-check';

/** Addresses that a server can send the action to; `<own>` and `<other>` are the hosts with ports. */
const LOCATIONS = [
  ...[
    'http://<other>/',
    'http://<other>/auth/client/v2/chariot/login',
    'https://<other>/',
    '//<other>/',
    '///<other>/',
    '////<other>',
  ],
  ...[
    '\\\\<other>\\',
    '/\\<other>/',
    '\\/<other>/',
    'http:\\\\<other>\\x',
    'http:/<other>/',
    'http:<other>',
    'HTTP://<other>/',
  ],
  ...[
    'http://<own>@<other>/',
    'http://<own>%40<other>/',
    'http://<own>:x@<other>/',
    'http://<other>#@<own>/',
    'http://<other>?@<own>/',
  ],
  ...[
    'http://<other>\\@<own>/',
    'http://<own>\\@<other>/',
    'http://<own>/..//<other>/',
    '/..//<other>/',
    '/.//<other>/',
    '//%2f<other>/',
  ],
  ...[
    '\thttp://<other>/',
    ' http://<other>/ ',
    'http://<other>/?token=<own>',
    'ht\ttp://<other>/',
    'http://<other>\t/',
    '/\t/<other>/',
  ],
  ...[
    'http://[::ffff:127.0.0.1]:1/',
    'http://2130706433/',
    'http://localhost/',
    'http://127.1/',
    'http://127.0.0.1:0/',
    'http://127.0.0.1:99999/',
  ],
  ...[
    'data:application/json,{"access_token":"x"}',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://<other>/',
    'unix:/var/run/docker.sock',
  ],
  ...[
    'blob:http://<own>/x',
    'about:blank',
    'ws://<own>/',
    'mailto:a@b',
    'http://',
    'http://[',
    ':',
    '%',
    '',
    ' ',
    '::error::x',
    '##[error]x',
  ],
  ...[
    'http://<own>/',
    'http://user:pw@<own>/',
    'https://<own>/',
    '/',
    '.',
    '..',
    '../../../../..',
    './x',
    '?',
    '#',
    '?decrypt=true',
    '*',
  ],
  ...[
    '/%2e%2e/%2e%2e',
    '/\u00e9',
    '/a b',
    '/%00',
    `/${'x'.repeat(9000)}`,
    '/auth/client/v2/chariot/login',
    '/api/identity/v2/users/me/',
  ],
];

const path = fc.webUrl({ validSchemes: ['http'] }).map((url) => url.replace(/^http:\/\/[^/]*/, ''));

/** Any address of the server itself, of another server, or of nothing. */
export const anyAddress: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...LOCATIONS) },
  { weight: 1, arbitrary: fc.constantFrom('http://<own>', '').chain((own) => path.map((text) => own + text)) },
  { weight: 1, arbitrary: path.map((text) => `http://<other>${text}`) },
);

/** Writes the hosts into an address. */
export function addressed(address: string, hosts: { readonly own: string; readonly other: string }): string {
  return address.replaceAll('<own>', hosts.own).replaceAll('<other>', hosts.other);
}
