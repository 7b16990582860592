import type { GitHubIdTokens } from '../../../emulator/github/id-tokens.js';
import { type RealmAnswer, textOf } from '../../support/realm-requests.js';
import { jane } from '../support/keycloak-place.js';
import type { AnsweringRealm } from './emulated.js';

/** A request, with the name of its fault. */
export type Wrong = readonly [
  what: string,
  ask: (realm: AnsweringRealm, github: GitHubIdTokens) => Promise<RealmAnswer>,
];

export type Form = Readonly<Record<string, string>>;

export const service = { client_id: 'service', client_secret: 'service-client-secret' };
export const people = { client_id: 'people', client_secret: 'people-client-secret' };
export const password = { grant_type: 'password', client_id: 'dc-ui', ...jane };
export const own = { grant_type: 'client_credentials' };

/** Creates a request to the token endpoint. */
export const token = (what: string, form: Form | string, headers: Form = {}): Wrong => [
  what,
  ({ ask }) => ask('token', { form, headers }),
];

/** Logs in as jane. Returns a function that returns a member of the response. */
export async function loggedIn({ ask }: AnsweringRealm, form: Form = {}): Promise<(member: string) => string> {
  const answer = await ask('token', { form: { ...password, scope: 'openid', ...form } });
  return (member) => textOf(answer, member);
}
