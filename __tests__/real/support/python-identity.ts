import { expect } from '@jest/globals';
import type { JwtClaims } from '../../../emulator/jwt.js';
import { type PythonPlatform, stepAt, withIam } from '../../../harness/jobs/iam-job.js';
import { judge } from '../../../harness/jobs/login-job.js';
import { credential } from '../../support/iam-logins.js';
import { authOf, type ClientAuth } from './python-client.js';

/** The owner of a token, according to the outputs of the action or to the client. */
export type Identity = Omit<ClientAuth, 'token' | 'warnings'>;

/** Returns the owner of a token with these claims, according to the outputs and to a client that reads the variable. */
export async function identities(
  platform: PythonPlatform,
  claims: JwtClaims,
  home: string,
): Promise<{ action: Identity; client: Identity }> {
  const person = { clientId: credential.client_id, refreshToken: credential.client_secret, claims };
  return withIam(platform, { credentials: [person] }, async (iam) => {
    const bearer_token = iam.issueToken(person, 'aud' in claims ? { aud: claims['aud'] } : {});
    const job = await stepAt(iam, platform, { inputs: { bearer_token } });
    const variables = Object.fromEntries(job.variables);
    const { token, warnings, ...client } = await authOf(platform, { home, iam }, variables);

    expect({ token, warnings }).toEqual({ token: bearer_token, warnings: [] });
    expect(judge(job, [bearer_token])).toMatchObject({ exitCode: 0, problems: [] });
    expect(iam.requests).toEqual([]);
    return { action: identityIn(job.outputs), client };
  });
}

function identityIn(outputs: ReadonlyMap<string, string>): Identity {
  const parsed = (name: string) => JSON.parse(outputs.get(name) ?? 'null');
  return {
    payload: parsed('claims'),
    namespace: outputs.get('namespace') ?? null,
    all_acl_subjects: parsed('all_acl_subjects'),
    all_owner_acl_subjects: parsed('all_owner_acl_subjects'),
  };
}

/** Adds the prefix of the platform to all claims except those of the standard. */
export function prefixed(claims: JwtClaims): JwtClaims {
  const standard = ['sub', 'aud'];
  const entries = Object.entries(claims);
  return Object.fromEntries(
    entries.map(([name, value]) => [standard.includes(name) ? name : `earthdaily__dl__${name}`, value]),
  );
}
