import type { ServerResponse } from 'node:http';

/** Does something after a while, unless the connection is gone by then. */
export function after(response: ServerResponse, ms: number, action: () => void): void {
  const timer = setTimeout(action, ms);
  response.once('close', () => clearTimeout(timer));
}

/** Does something again and again until it returns false or the connection is gone. */
export function every(response: ServerResponse, ms: number, action: () => boolean): void {
  const timer = setInterval(() => {
    if (!action()) clearInterval(timer);
  }, ms);
  response.once('close', () => clearInterval(timer));
}
