import type { ServerResponse } from 'node:http';

/** A complete HTTP answer as a value. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

/** Makes an answer with a status, a content type and a body. */
export function typed(status: number, contentType: string, body: string): Answer {
  return { status, headers: { 'content-type': contentType }, body };
}

/** Makes a JSON answer from a JSON text, which is sent unchanged. */
export function jsonText(status: number, body: string): Answer {
  return typed(status, 'application/json', body);
}

/** Makes a JSON answer from a value. */
export function json(status: number, value: unknown): Answer {
  return jsonText(status, JSON.stringify(value));
}

/** Makes the error answer `{"error": message}`. Source: observed on a Chariot host. */
export function jsonError(status: number, message: string): Answer {
  return json(status, { error: message });
}

/** Makes the router's default answer to an unknown path. Source: gin, `default404Body`. */
export function pageNotFound(): Answer {
  return typed(404, 'text/plain', '404 page not found');
}

/** Makes the router's default answer to a method that a known path does not support. Source: gin, `default405Body`. */
export function methodNotAllowed(allowed: string): Answer {
  return { status: 405, headers: { 'content-type': 'text/plain', allow: allowed }, body: '405 method not allowed' };
}

/**
 * Makes the router's redirect to the same path with or without a trailing slash.
 * Source: gin, `redirectTrailingSlash`, and Go's http.Redirect.
 */
export function slashRedirect(method: string, location: string): Answer {
  if (method !== 'GET') return { status: 307, headers: { location }, body: '' };
  const headers = { location, 'content-type': 'text/html; charset=utf-8' };
  return { status: 301, headers, body: `<a href="${escapeHtml(location)}">Moved Permanently</a>.\n\n` };
}

/** Returns the body of an answer as bytes. */
export function bytesOf(answer: Answer): Buffer {
  return Buffer.from(answer.body);
}

/** Sends the status and the headers of an answer, but not its body. */
export function sendHead(response: ServerResponse, answer: Answer): void {
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  response.writeHead(answer.status);
}

/** Sends a complete answer. */
export function send(response: ServerResponse, answer: Answer): void {
  const body = bytesOf(answer);
  response.setHeader('content-length', body.length);
  sendHead(response, answer);
  response.end(body);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
