import { isRecord } from './json.js';

/** Members that only a response about an error contains; those with a code are first. */
const ERROR_MEMBERS = ['error', 'errorCode', 'errors', 'fault'];

/**
 * Members whose texts are a server's words, in the order in which they are shown.
 *
 * RFC 6749 section 5.2 (OAuth), RFC 9457 section 3.1 (problem+json), and the APIs of Okta, Google, Azure, Apigee and Django.
 */
const WORD_MEMBERS =
  'error errorCode code title error_description errorSummary message detail fault faultstring errors'.split(' ');

/** The deepest nesting and the most items of a list that are read. */
const [DEEPEST, MOST_ITEMS] = [4, 5];

/** Returns a server's words in a parsed JSON body about an error, such as `{"error":{"message":"…"}}`. */
export function wordsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') {
    return depth === 0 || value.trim() === '' ? [] : [value];
  }
  if (depth === DEEPEST) {
    return [];
  }
  const items = Array.isArray(value) ? value.slice(0, MOST_ITEMS) : [];
  const members = isRecord(value) ? WORD_MEMBERS.map((name) => value[name]) : items;
  return [...new Set(members.flatMap((member) => wordsIn(member, depth + 1)))];
}

/** Tells whether a parsed body is about an error, whatever its status. */
export function isErrorBody(body: unknown): boolean {
  return isRecord(body) && ERROR_MEMBERS.some((name) => wordsIn([body[name]]).length > 0);
}

/**
 * Returns the error in a challenge, such as `Bearer realm="x", error="invalid_token", error_description="expired"`; nothing
 * for another text. A backslash in it quotes the next character (RFC 9110 section 5.6.4).
 */
export function wordsOfChallenge(text: string): string[] {
  const words = /^\s*[\w-]+\s/.test(text) ? text.matchAll(/\b(?:error|error_description)="((?:[^"\\]|\\.)*)"/gs) : [];
  return Array.from(words, ([, quoted = '']) => quoted.replace(/\\(.)/gs, '$1'));
}

/** How much of a page is read, in characters: a head, and the start of a body. */
const PAGE_START = 8192;

/** The pages that are recognized by their title or by a mark in their start; the first row that matches counts. */
const PAGES: readonly { readonly title: RegExp; readonly mark: RegExp; readonly advice: string }[] = [
  {
    title: /keycloak/i,
    mark: /keycloak|\bid="kc-/i,
    advice: 'The page belongs to a Keycloak. If your platform is a Keycloak, set `platform: keycloak`',
  },
  {
    title: /\b(?:sign|log)[ -]?(?:in|on)\b|single sign-on/i,
    mark: /type=["']?password|name=["']?SAMLRequest/i,
    advice: 'The page belongs to a login portal for browsers. Ask its administrator how programs reach the API',
  },
  {
    title: /\b50[24]\b|bad gateway|request rejected|attention required|just a moment|could not be retrieved/i,
    mark: /cloudflare|squid|tinyproxy|haproxy|varnish|zscaler|fortiguard|bluecoat|<center>(?:nginx|awselb)/i,
    advice: 'The page belongs to a proxy or gateway before the API. Ask its administrator why the API did not answer',
  },
];

/** Reads the title of a web page, and what its origin says about the address. */
export function readPage(html: string): { title: string | undefined; advice: string | undefined } {
  const start = html.slice(0, PAGE_START);
  const text = /<title\b[^<>]*>([^<]*)/i.exec(start)?.[1]?.trim();
  const known = PAGES.find(({ title, mark }) => title.test(text ?? '') || mark.test(start));
  return { title: text === '' ? undefined : text, advice: known?.advice };
}
