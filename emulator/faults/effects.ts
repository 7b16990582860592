import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type Answer, bytesOf, jsonError, send, sendHead, typed } from '../answers.js';
import type { Damage, DamageKind } from './faults.js';

interface Exchange {
  readonly response: ServerResponse;
  /** The answer of the platform without the fault. */
  readonly answer: Answer;
}

type Effects = { readonly [K in DamageKind]: (exchange: Exchange, fault: Damage<K>) => void };

const LOGIN_PAGE = '<!doctype html>\n<html><head><title>Sign in</title></head><body><form></form></body></html>\n';
const MEBIBYTE = 1024 * 1024;

const EFFECTS: Effects = {
  status: ({ response }, { status, body, contentType = 'application/json' }) =>
    send(response, body === undefined ? jsonError(status, `status ${status}`) : typed(status, contentType, body)),
  answer: ({ response }, { status, headers = {}, body = '' }) => send(response, { status, headers, body }),
  html: ({ response }) => send(response, typed(200, 'text/html; charset=utf-8', LOGIN_PAGE)),
  empty: ({ response }) => send(response, { status: 200, headers: {}, body: '' }),
  'broken-json': ({ response, answer }) => send(response, { ...answer, body: part(answer, 0.5) }),
  cut: ({ response, answer }, fault) => {
    response.setHeader('content-length', bytesOf(answer).length + 1);
    begin(response, answer);
    response.write(part(answer, fault.part ?? 0.5), () => response.socket?.destroy());
  },
  'cut-chunked': ({ response, answer }, fault) => {
    begin(response, answer);
    response.write(part(answer, fault.part ?? 0.5), () => response.socket?.destroy());
  },
  stall: () => undefined,
  // A ServerResponse cannot send part of its headers, so this writes to the socket.
  'stall-headers': ({ response, answer }) =>
    response.socket?.write(`HTTP/1.1 ${answer.status} OK\r\nContent-Type: application/json\r\nX-Requ`),
  'stall-body': ({ response, answer }) => {
    response.setHeader('content-length', bytesOf(answer).length + 1);
    begin(response, answer);
    response.write(part(answer, 0.5));
  },
  reset: ({ response }) => response.socket?.resetAndDestroy(),
  'reset-headers': ({ response, answer }) => {
    const socket = response.socket;
    socket?.write(`HTTP/1.1 ${answer.status} OK\r\nContent-Type: application/json\r\nX-Requ`, () =>
      after(response, 20, () => socket.resetAndDestroy()),
    );
  },
  'reset-body': ({ response, answer }) => {
    response.setHeader('content-length', bytesOf(answer).length + 1);
    begin(response, answer);
    response.write(part(answer, 0.5), () => after(response, 20, () => response.socket?.resetAndDestroy()));
  },
  redirect: ({ response }, { location, status = 302 }) => send(response, { status, headers: { location }, body: '' }),
  huge: ({ response, answer }, { mebibytes = Number.POSITIVE_INFINITY }) => {
    sendHead(response, answer);
    response.write('{"data":"');
    pour(response, mebibytes);
  },
  drip: ({ response, answer }, { ms }) => {
    response.setHeader('content-length', bytesOf(answer).length);
    begin(response, answer);
    drip(response, bytesOf(answer), ms);
  },
  gzip: ({ response, answer }) => {
    const headers = { ...answer.headers, 'content-encoding': 'gzip' };
    send(response, { ...answer, headers, body: gzipSync(answer.body) });
  },
};

/** Answers a request with the damage that a fault describes. */
export function applyDamage<K extends DamageKind>(fault: Damage<K>, exchange: Exchange): void {
  EFFECTS[fault.kind](exchange, fault);
}

/** Runs an action after a delay, unless the connection closes first. */
export function after(response: ServerResponse, ms: number, action: () => void): void {
  const timer = setTimeout(action, ms);
  response.once('close', () => clearTimeout(timer));
}

// Node sends the headers together with the first part of the body, which may never follow here.
function begin(response: ServerResponse, answer: Answer): void {
  sendHead(response, answer);
  response.flushHeaders();
}

function part(answer: Answer, share: number): Buffer {
  const body = bytesOf(answer);
  return body.subarray(0, Math.floor(body.length * share));
}

function pour(response: ServerResponse, mebibytes: number): void {
  const chunk = Buffer.alloc(MEBIBYTE, 'x');
  let left = mebibytes;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left--;
      if (!response.write(chunk)) return void response.once('drain', more);
    }
    response.end('"}');
  };
  more();
}

function drip(response: ServerResponse, body: Buffer, ms: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < body.length) return void response.write(body.subarray(sent, ++sent));
    clearInterval(timer);
    response.end();
  }, ms);
  response.once('close', () => clearInterval(timer));
}
