import { describe, expect, test } from '@jest/globals';
import { openPace, usefulConnections } from '../../../src/http/pace.js';

const [TLS, TCP] = [1, 0.1];

describe('usefulConnections', () => {
  test.each<[string, number, number | undefined, number, number]>([
    ['one without any answer yet, since that would be a guess', 50, undefined, TLS, 1],
    ['one for each of a few requests to a slow server', 3, 50, TLS, 3],
    ['one for each request if the answers are slow', 50, 50, TLS, 50],
    ['more than 50 for hundreds of requests to a slow server, which only the pace limits', 200, 50, TLS, 100],
    ['few with TLS if the answers are fast', 50, 2, TLS, 8],
    ['fewer than requests with TLS, whose connections cost more', 50, 20, TLS, 32],
    ['one for each request without TLS, whose connections cost less', 50, 20, TCP, 50],
    ['few without TLS also, since this process cannot handle more at the same time', 1000, 1, TCP, 5],
    ['one if there is one request', 1, 1000, TLS, 1],
  ])('Useful are %s', (...[, requests, waitMs, openMs, expected]) => {
    expect(usefulConnections(requests, waitMs, openMs)).toBe(expected);
  });
});

describe('openPace', () => {
  test('The fastest answer before the announced requests is the first estimate', () => {
    const { learn, expect: announce } = openPace();
    learn(900, true);
    learn(2, true);

    expect(announce(50)()).toBe(usefulConnections(50, 2, TLS));
  });

  test('The first answer to the announced requests replaces the estimate, and a faster one lowers it', () => {
    const { learn, expect: announce } = openPace();
    learn(2, true);
    const useful = announce(50);
    learn(50, true);
    const slow = useful();
    learn(10, true);
    learn(200, true);

    expect([slow, useful()]).toEqual([50, usefulConnections(50, 10, TLS)]);
  });

  test('There are never more than 50 connections', () => {
    const { learn, expect: announce } = openPace();
    learn(1000, false);

    expect(announce(1000)()).toBe(50);
  });
});
