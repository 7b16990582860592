import type { HttpRequest, HttpResponse, Ports } from '../ports.js';

/** How long, in ms, a replica of the platform gets to hear of a token that is new. */
const LAG = 1000;

/**
 * Sends a request with a token that was fetched in this run, once more where it is refused: the part of the platform that
 * answers may not know the token yet.
 */
export async function sendAllowingForLag(
  request: HttpRequest,
  { send, sleep, log }: Pick<Ports, 'send' | 'sleep' | 'log'>,
): Promise<HttpResponse> {
  const response = await send(request);
  if (response.status !== 401 && response.status !== 403) {
    return response;
  }
  log.info(
    `${request.purpose}: answered ${response.status}, and the token is new. Trying again in ${LAG / 1000} s, once.`,
  );
  await sleep(LAG);
  return send(request);
}
