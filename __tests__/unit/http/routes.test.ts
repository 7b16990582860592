import https from 'node:https';
import { expect, test } from '@jest/globals';
import { openRoutes } from '../../../src/http/routes.js';

const url = new URL('https://chariot.example.com/');

test.each([
  ['the platform', false, false],
  ['the runner', true, true],
])('with `tls_verify: false`, the certificate of %s is verified: %s', (_who, toRunner, expected) => {
  const routes = openRoutes({ authorities: [], verify: false }, {});
  const { agent } = routes.find({ url, toRunner }, false);
  routes.close();

  expect(agent instanceof https.Agent && agent.options.rejectUnauthorized).toBe(expected);
});
