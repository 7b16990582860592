import https from 'node:https';
import { describe, expect, test } from '@jest/globals';
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
});
