import { describe, expect, test } from '@jest/globals';
import { ExplainedError, type NetworkProblem } from '../../../src/http/failure.js';
import { isClosedConnection, networkProblem } from '../../../src/http/network-problem.js';

const errorOf = (code: string, message = '') => Object.assign(new Error(message), { code });

describe('networkProblem', () => {
  const lasting = false;
  test.each<[code: string, sentence: string, passes?: boolean]>([
    ['ENOTFOUND', 'was not sent: the host name is unknown', lasting],
    ['EAI_AGAIN', 'was not sent: the host name cannot be resolved at the moment'],
    ['ECONNREFUSED', 'was refused: nothing listens on this port of the host'],
    ['EHOSTUNREACH', 'did not reach the host: there is no route to the host'],
    ['ENETUNREACH', 'did not reach the host: there is no route to the network of the host'],
    ['ETIMEDOUT', 'did not reach the host: the host does not answer'],
    ['ECONNRESET', 'got no answer: the connection was closed before the answer'],
    ['EPIPE', 'got no answer: the connection was closed before the answer'],
    ['EWHATEVER', 'failed on the network: the cause is unknown'],
  ])('The code %s is explained', (code, sentence, passes = true) => {
    const [what, why] = sentence.split(': ');

    expect(networkProblem(errorOf(code))).toEqual({
      code: 'server_unreachable',
      what,
      why: `${why} (${code})`,
      passes,
    });
  });

  test('An error without a code is explained', () => {
    expect(networkProblem(new Error('?')).why).toBe('the cause is unknown (no code)');
  });

  test('If several addresses were tried, the error of the first is explained', () => {
    const error = new AggregateError([errorOf('EHOSTUNREACH'), errorOf('ECONNREFUSED')]);

    expect(networkProblem(error).why).toContain('(EHOSTUNREACH)');
  });

  test('An answer that is not HTTP is response_invalid and is not requested again', () => {
    expect(networkProblem(errorOf('HPE_INVALID_CONSTANT'))).toEqual({
      code: 'response_invalid',
      what: 'got an unusable answer',
      why: 'the answer is not HTTP (HPE_INVALID_CONSTANT)',
      passes: false,
    });
  });

  test('An error of TLS is explained as one', () => {
    expect(networkProblem(errorOf('CERT_HAS_EXPIRED'))).toMatchObject({ code: 'server_untrusted', passes: false });
  });

  test('An error that contains its explanation keeps it', () => {
    const problem: NetworkProblem = { code: 'proxy_refused', what: 'was not sent', why: 'of this', passes: false };

    expect(networkProblem(new ExplainedError(problem, errorOf('ECONNRESET')))).toBe(problem);
  });
});

test.each([
  ['ECONNRESET', true],
  ['EPIPE', true],
  ['ECONNABORTED', true],
  ['ECONNREFUSED', false],
])('The code %s means that a connection was closed: %j', (code, expected) => {
  expect(isClosedConnection(errorOf(code))).toBe(expected);
});
