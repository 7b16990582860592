import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Act, answerOf, OK } from '../../harness/servers/hostile-server.js';
import { chariotSite, keycloakSite } from '../../harness/servers/sites.js';
import { expectToHold, timeLimit } from '../support/effort.js';
import { type IsRight, meet, problemsOf } from '../support/hostile-steps.js';
import { hostileWord, problemsOfShown } from '../support/hostile-words.js';

const REFUSED = ['HTTP/1.1 400 Bad Request', 'Content-Type: application/json'];

const says =
  (body: unknown, lines: readonly string[] = OK): Act =>
  (socket) =>
    socket.write(answerOf(typeof body === 'string' ? body : JSON.stringify(body), lines));

/** A header contains no line end: that would be the framing of the answer. */
const inHeader = (word: string) => Buffer.from(word.replace(/[\r\n\0]/g, ' ')).toString('latin1');

/** The answers that contain words of the server, by the place where they are sent. */
const LOGIN_ANSWERS: readonly ((word: string, token: string) => Act)[] = [
  (error) => says({ error }, REFUSED),
  (word) => says({ error: word, error_description: word, message: word, errors: { [word]: [word] } }, REFUSED),
  (word) =>
    says({ error: 'invalid_client', error_description: word }, ['HTTP/1.1 401 x', 'Content-Type: application/json']),
  (word) => says({ access_token: 'abcdef', token_type: word }),
  (scope, access_token) => says({ access_token, token_type: 'Bearer', expires_in: 3600, scope }),
  (access_token) => says({ access_token }),
  (word) => says(word, ['HTTP/1.1 500 x', 'Content-Type: text/plain']),
  (word) => says(`<html><title>${word}</title>`, ['HTTP/1.1 200 OK', 'Content-Type: text/html']),
  (word) => says({}, [`HTTP/1.1 400 ${inHeader(word)}`, `X-Request-ID: ${inHeader(word)}`]),
  (word) => says({}, ['HTTP/1.1 401 x', `WWW-Authenticate: Bearer error="x", error_description="${inHeader(word)}"`]),
  (word) => says('{}', [...OK, `Content-Encoding: ${inHeader(word)}`]),
  (word) => says('', ['HTTP/1.1 302 x', `Location: ${inHeader(word)}`]),
  (word) => says('', ['HTTP/1.1 302 x', `Location: http://127.0.0.1:1/${inHeader(word)}`]),
];

/** Only a step whose login meets the words of a token exports another token than the usual one. */
const isOwn =
  (word: string): IsRight =>
  (_name, text, usual) =>
    text === usual || text === word;

describe('The words of a hostile server', () => {
  test(
    'Whatever a server writes in an answer to the login, no command, no element of HTML and no control character of it reaches the log or the summary',
    async () => {
      const given = fc.record({
        word: hostileWord,
        answer: fc.constantFrom(...LOGIN_ANSWERS),
        site: fc.constantFrom('chariot', 'keycloak'),
      });
      await expectToHold(
        fc.asyncProperty(given, async ({ word, answer, site }) => {
          const run =
            site === 'chariot'
              ? await meet(chariotSite, {
                  misconduct: { place: 'login', act: answer(word, chariotSite.outputs['bearer_token'] ?? '') },
                })
              : await meet(keycloakSite, {
                  misconduct: { place: 'token', act: answer(word, keycloakSite.outputs['bearer_token'] ?? '') },
                });
          const problems = problemsOf(run.step, site === 'chariot' ? chariotSite : keycloakSite, isOwn(word));
          expect([...problems, ...problemsOfShown(run.step)]).toEqual([]);
        }),
        20,
      );
    },
    timeLimit(60),
  );

  test(
    'Whatever the names, types and ids of Secrets are, a step exports only names with its own prefix and values as they were sent, and shows no command, no HTML and no control character',
    async () => {
      const entry = fc.record({
        name: hostileWord,
        type: hostileWord,
        id: fc.oneof(fc.constant(''), hostileWord),
        value: hostileWord,
      });
      const given = fc.record({
        entries: fc.array(entry, { minLength: 1, maxLength: 4 }),
        line: fc.constantFrom(...LINES),
      });
      await expectToHold(
        fc.asyncProperty(given, async ({ entries, line }) => {
          const known = entries.map(({ name, type, id, value }, index) => {
            const _type = `secret/${type.replace(/[/\s]/g, '_')}`;
            const _id = `${index}${id}`;
            return { _id, _type, _key: `${_type}/${_id}`, name, value, _updated_at: 1 };
          });
          const act: Act = (socket) => socket.write(answerOf(JSON.stringify({ data: known })));
          const { step } = await meet(withSecrets(known), {
            misconduct: { place: 'list', act },
            inputs: { secrets: line },
          });
          const values = entries.map(({ value }) => value);
          expect([...problemsOf(step, chariotSite, ownNames(values)), ...problemsOfShown(step)]).toEqual([]);
        }),
        20,
      );
    },
    timeLimit(60),
  );

  test(
    'Whatever the names and values of fields are, a step exports only names with its own prefix and values as they were sent, and shows no command, no HTML and no control character',
    async () => {
      const fields = fc.dictionary(
        hostileWord,
        fc.oneof(hostileWord, fc.dictionary(hostileWord, hostileWord, { maxKeys: 2 })),
        { maxKeys: 4 },
      );
      const given = fc.record({
        fields,
        line: fc.constantFrom(
          'B.* | APP_*',
          'B.* | APP_*@file',
          'B.* | APP_*@dotenv',
          'B.* | APP_*@env-file',
          'B | @docker',
          'B | @aws',
          'B | APP_X@file',
        ),
        login: fc.boolean(),
      });
      await expectToHold(
        fc.asyncProperty(given, async ({ fields, line, login }) => {
          const value = login
            ? {
                server: 'ghcr.io',
                username: 'user-name-1',
                password: 'pass-word-1',
                access_key_id: 'AKIAIOSFODNN7EXAMPLE',
                secret_access_key: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
                ...fields,
              }
            : fields;
          const act: Act = (socket) => socket.write(answerOf(JSON.stringify({ value })));
          const { step } = await meet(chariotSite, { misconduct: { place: 'fields', act }, inputs: { secrets: line } });
          const values = Object.values(value).flatMap((member) =>
            typeof member === 'string' ? [member] : ['{}', ...Object.values(member)],
          );
          expect([...problemsOf(step, chariotSite, ownNames(values)), ...problemsOfShown(step)]).toEqual([]);
        }),
        20,
      );
    },
    timeLimit(60),
  );

  test(
    'Whatever the name of a user is, a step shows no command, no HTML and no control character',
    async () => {
      await expectToHold(
        fc.asyncProperty(hostileWord, hostileWord, async (name, member) => {
          const user = { id: name, email: member, name, [member]: name };
          const { step } = await meet(chariotSite, { misconduct: { place: 'whoami', act: says(user) } });
          const isUser: IsRight = (output, text, usual) =>
            text === usual || (output === 'user' && text === JSON.stringify(user));
          expect([...problemsOf(step, chariotSite, isUser), ...problemsOfShown(step)]).toEqual([]);
        }),
        15,
      );
    },
    timeLimit(60),
  );
});

/** Lines that use the names of a server, all with a prefix. */
const LINES = [
  '* | APP_*',
  '* | APP_*@file',
  '* | APP_*@dotenv',
  '* | APP_*@env-file',
  '*.* | APP_*',
  '* | base64 | APP_*@file',
];

/** The Chariot site with other Secrets. */
function withSecrets(known: readonly { readonly _key: string }[]): typeof chariotSite {
  const path = (key: string) => key.split('/').map(encodeURIComponent).join('/');
  const places = known.map((entry) => {
    const isAt = { test: (request: string) => request.endsWith(`/${path(entry._key)}?decrypt=true`) };
    return { name: 'decrypt' as const, at: isAt, body: () => JSON.stringify(entry) };
  });
  return {
    ...chariotSite,
    places: [...chariotSite.places.filter(({ name }) => name !== 'decrypt' && name !== 'fields'), ...places],
  };
}

/** Names that the action or the sinks set themselves. */
const SINK_NAMES = /^(?:docker_config|dotenv|env_file|DOCKER_CONFIG|REGISTRY_AUTH_FILE|AWS_[A-Z0-9_]+|secrets)$/;

/** Whether a name has the prefix of the line, and a value is one of the server or the path of an own file. */
function ownNames(values: readonly string[]): IsRight {
  return (name, text, usual) => {
    if (text === usual || SINK_NAMES.test(name)) return true;
    const isMissing = text === '' && /^(?:A|B_USER|B_PASSWORD)$/.test(name);
    const isPath = /\/bearer-login-[0-9a-f-]{36}\/[A-Z0-9_]+$/.test(text);
    return isMissing || (/^APP_[A-Z0-9_]*$/.test(name) && (isPath || values.includes(text)));
  };
}
