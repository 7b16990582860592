import http from 'node:http';
import https from 'node:https';
import { describe, expect, test } from '@jest/globals';
import { beginProgress } from '../../../src/http/progress.js';
import { openRoutes } from '../../../src/http/routes.js';

describe('openRoutes', () => {
  test.each([
    ['With `tls_verify: false`, the certificate of the platform is not verified', false, false],
    ['With `tls_verify: false`, the certificate of the runner’s service is verified', true, true],
  ])('%s', (_name, toRunner, expected) => {
    const routes = openRoutes({ authorities: [], verify: false }, {});
    const { agent } = routes.find({ url: new URL('https://chariot.example.com/'), toRunner }, false);
    routes.close();

    expect(agent instanceof https.Agent && agent.options.rejectUnauthorized).toBe(expected);
  });

  test.each([
    ['directly', {}, 'looking up the name of the host'],
    ['through a proxy', { http_proxy: 'http://localhost:9' }, 'connecting'],
  ])('A connection for a request of plain http %s begins with its phase', (_way, environment, phase) => {
    const phases: string[] = [];
    const progress = beginProgress(
      { connectMs: 60_000, silenceMs: 60_000 },
      {
        set phase(each: string) {
          phases.push(each);
        },
      },
    );
    const routes = openRoutes({ authorities: [], verify: true }, environment);
    const { agent } = routes.find({ url: new URL('http://chariot.invalid/') }, false);
    const request = http.request({ agent, host: 'localhost', port: 9, ...{ progress } }).on('error', () => undefined);
    request.destroy();
    progress.finish();
    routes.close();

    expect(phases[0]).toBe(phase);
  });
});
