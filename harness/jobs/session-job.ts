import { exampleFrontend, exampleUser, type RunningRealm, startRealm } from '../../emulator/realm/index.js';
import { changedBy, type Expected, wrongExports } from '../judges/exact-exports.js';
import type { RelayFault } from '../servers/faulty-relay.js';
import { AS_USER } from './life-job.js';
import { problemsOfRelayed, type RelayedJob, runRelayed } from './relayed-job.js';

/** The grants of a user: one that fails only before its answer, and one that the server accepts once. */
export type UserGrant = 'password' | 'refresh_token';

/** A run that logs a user in to a realm and asks for the owner of the token; its post step revokes what it may. */
export interface SessionJob extends RelayedJob {
  readonly grant: UserGrant;
  readonly tokens: readonly string[];
  /** The ids of the sessions that are active after the post step. */
  readonly sessions: readonly string[];
}

const CLIENT_SECRET = 'example-frontend-client-secret';

/** Runs the job with one fault on its network. */
export async function logInWithFault(grant: UserGrant, fault: RelayFault | undefined): Promise<SessionJob> {
  const realm = await startRealm({ rotation: true });
  const client = { tenant: 'example', client_id: exampleFrontend.clientId, client_secret: CLIENT_SECRET };
  const inputs = { ...credentialsOf(grant, realm), ...client, whoami: 'true' };
  try {
    const job = await runRelayed({ target: realm.port, fault, inputs });
    return { ...job, grant, tokens: [...realm.issuedTokens()], sessions: realm.liveSessions().map(({ id }) => id) };
  } finally {
    await realm.close();
  }
}

function credentialsOf(grant: UserGrant, realm: RunningRealm): Record<string, string> {
  if (grant === 'password') return AS_USER;
  const refresh_token = String(realm.logIn(exampleFrontend, exampleUser, ['openid'])['refresh_token']);
  return { platform: 'keycloak', refresh_token };
}

/** Lists what is wrong with a job: its steps, its exports, a login that was sent again, and a session that nobody mentions. */
export function problemsOfSession(job: SessionJob): string[] {
  const { main, harmed, tokens } = job;
  const secrets = [CLIENT_SECRET, exampleUser.password, ...tokens];
  const changed = changedBy(harmed, secrets);
  const seen = [CLIENT_SECRET, main.outputs.get('bearer_token') ?? CLIENT_SECRET];
  return [
    ...problemsOfRelayed(job, { secrets: [...secrets, ...(changed?.forms ?? [])], seen }),
    ...(main.exitCode === 0 ? wrongExports(main, expectedOf(job), changed) : []),
    ...repeatedLogins(job).map((text) => `sent again: ${text}`),
    ...(job.grant === 'password' ? unmentionedSessions(job) : []),
  ];
}

/** Lists each login that was sent after the server had begun to answer one, or after a refresh token was sent. */
function repeatedLogins({ events, grant }: SessionJob): string[] {
  const isLogin = ({ kind, sent }: SessionJob['events'][number]) =>
    kind === 'request' && sent.includes(`grant_type=${grant}`);
  const first =
    grant === 'password'
      ? events.findIndex(({ arrived, kind }) => kind === 'answer' && arrived.length > 0)
      : events.findIndex(isLogin);
  return first === -1
    ? []
    : events
        .slice(first + 1)
        .filter(isLogin)
        .map(({ sent }) => sent.toString());
}

/**
 * Lists the active sessions whose tokens main received, unless the post step warns about them.
 *
 * Without TLS, a token with a changed byte looks like one whose session is over.
 */
function unmentionedSessions({ main, lines, tokens, sessions, harmed }: SessionJob): string[] {
  if (harmed?.arrived.equals(harmed.sent) === false && tokens.some((token) => harmed.sent.includes(token))) return [];
  const received = tokens
    .filter((token) => main.log.masker.mask(token) === '***')
    .map((token) => claimsOf(token)['sid']);
  const isMentioned = lines.some((line) => line.startsWith('Warning: '));
  return isMentioned ? [] : sessions.filter((id) => received.includes(id)).map((id) => `the session ${id} is active`);
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

function expectedOf({ main, tokens }: SessionJob): Expected {
  const token = main.outputs.get('bearer_token') ?? '';
  return {
    outputs: {
      bearer_token: tokens.includes(token) ? token : 'a token of the realm',
      token_type: 'Bearer',
      expires_in: '300',
      expires_at: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
      claims: tokens.includes(token) ? JSON.stringify(claimsOf(token)) : '',
      user: /^{"sub":"[0-9a-f-]{36}",.*"preferred_username":"jane@example\.com"/,
    },
    variables: { KEYCLOAK_TOKEN: token },
  };
}
