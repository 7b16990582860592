import { describe, expect, test } from '@jest/globals';
import { answered, answerLine, failure, judge, LOGIN_FAILED, runJob } from '../../../harness/jobs/chariot-job.js';
import type { ErrorCode } from '../../../src/errors.js';

/** A login that fails, with the response of another kind of server: the whole message, and the code. */

const json = 'application/json';
const html = 'text/html; charset=utf-8';
const expired =
  'If this login worked before, create new client credentials in Chariot (Profile, Client Credentials): they expire after at most a year. If it never worked, check that `client_id` and `client_secret` are complete and belong to this Chariot.';

type Row = readonly [what: string, contentType: string, status: number, body: string, code: ErrorCode, said: string];

async function logInAt(contentType: string, status: number, body: string) {
  const job = await runJob({
    inputs: { project_id: '', retries: '0' },
    faults: [['login', { kind: 'status', status, contentType, body }]],
  });
  return judge(job);
}

describe('The words of a server are in the error', () => {
  test.each<Row>([
    [
      'an error with the status 200',
      json,
      200,
      '{"error":"invalid_client","error_description":"No such client"}',
      'invalid_client',
      `: "invalid_client: No such client". ${expired}`,
    ],
    [
      'an error of no standard with the status 200',
      json,
      200,
      '{"error":"bad_credentials"}',
      'invalid_request',
      ': "bad_credentials".',
    ],
    [
      'a problem (RFC 9457)',
      'application/problem+json',
      422,
      '{"type":"about:blank","title":"Unprocessable","status":422,"detail":"client_id is no UUID"}',
      'invalid_request',
      ': "Unprocessable: client_id is no UUID".',
    ],
    [
      'a nested error',
      json,
      403,
      '{"error":{"code":403,"message":"The API is off","status":"PERMISSION_DENIED"}}',
      'invalid_client',
      `: "The API is off". ${expired}`,
    ],
    [
      'an error of Okta',
      json,
      401,
      '{"errorCode":"invalid_client","errorSummary":"Invalid value for \'client_id\' parameter."}',
      'invalid_client',
      `: "invalid_client: Invalid value for 'client_id' parameter.". ${expired}`,
    ],
    [
      'a list of errors',
      json,
      400,
      '{"errors":[{"code":"E1","message":"No audience"},{"message":"No scope"}]}',
      'invalid_request',
      ': "E1: No audience: No scope".',
    ],
    ['plain text', 'text/plain', 400, 'No such\nclient', 'invalid_request', ': "No such client".'],
    [
      'an error in a form',
      'application/x-www-form-urlencoded',
      400,
      'error=invalid_scope&error_description=No+such+scope',
      'invalid_scope',
      ': "invalid_scope: No such scope".',
    ],
  ])('The error contains the words of %s', async (...[, contentType, status, body, code, said]) => {
    expect(await logInAt(contentType, status, body)).toEqual(
      failure(code, answerLine(LOGIN_FAILED, answered(1, status), `${said}`)),
    );
  });
});

describe('A web page in place of an API', () => {
  test.each<Row>([
    [
      'a Keycloak',
      html,
      405,
      '<!DOCTYPE html><html class="login-pf"><head><title>Sign in to acme</title><link href="/resources/x/login/keycloak.v2/css/styles.css"></head>',
      'endpoint_not_found',
      '; the page is titled "Sign in to acme". The page belongs to a Keycloak. If `platform` is neither `keycloak` nor `dataclarity`, set `platform: keycloak`.',
    ],
    [
      'a login portal',
      html,
      200,
      '<!doctype html><html><head><title>Corp SSO</title></head><body><input name="u"><input type="password" name="p">',
      'response_invalid',
      ' with a web page instead of JSON; the page is titled "Corp SSO". The page belongs to a login portal for browsers. Check `url`, or ask the administrator of the portal how programs reach the API.',
    ],
    [
      'a proxy',
      html,
      400,
      '<html><head><title>400 Bad Request</title></head><body><center>nginx/1.22.1</center></body></html>',
      'response_invalid',
      '; the page is titled "400 Bad Request". The page belongs to a proxy or gateway before the API. Ask its administrator why the API did not answer.',
    ],
    [
      'an unknown server',
      html,
      418,
      '<html><title>The wiki of the team</title>',
      'response_invalid',
      '; the page is titled "The wiki of the team".',
    ],
  ])('The error names the page of %s', async (...[, contentType, status, body, code, said]) => {
    expect(await logInAt(contentType, status, body)).toEqual(
      failure(code, answerLine(LOGIN_FAILED, answered(1, status), `${said}`)),
    );
  });
});

test.each(['Unable to find matching target resource method', 'Realm does not exist'])(
  'If a Keycloak answers "%s" to Chariot, the error names `platform: keycloak`',
  async (error) => {
    expect(await logInAt(json, 404, JSON.stringify({ error }))).toEqual(
      failure(
        'endpoint_not_found',
        answerLine(
          LOGIN_FAILED,
          answered(1, 404),
          `: "${error}". The server is a Keycloak. If your platform is a Keycloak, set \`platform: keycloak\`.`,
        ),
      ),
    );
  },
);
