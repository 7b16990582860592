import { type Client, ksuid, type Owner, secret, type Tenant } from './tenant.js';

/** A project with one Secret of each documented kind, and a setting that is not a Secret. */
export const exampleProject: Owner = {
  kind: 'project',
  id: ksuid(1_722_800_000, 'project'),
  settings: [
    secret('db-password', 'correct horse battery staple'),
    // The types and fields of the next two kinds are not published.
    secret(
      'training-s3',
      {
        access_key_id: 'AKIAIOSFODNN7EXAMPLE',
        secret_access_key: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        region: 'us-east-1',
        endpoint_url: 'https://s3.example.com',
      },
      'secret/S3',
    ),
    secret(
      'ghcr',
      { server: 'ghcr.io', username: 'octocat', password: 'example-registry-password' },
      'secret/ContainerRegistry',
    ),
    secret('default-branch', 'main', 'setting/Custom'),
  ],
};

/** Credentials that can list and decrypt. */
export const exampleWriter: Client = {
  clientId: 'example-writer',
  clientSecret: 'Kq7-Wz4xT9.mVb2',
  roles: { [exampleProject.id]: 'Writer' },
};

/** Credentials that can only list. */
export const exampleReader: Client = {
  clientId: 'example-reader',
  clientSecret: 'Hy8_Rj5cN3.gFd6',
  roles: { [exampleProject.id]: 'Reader' },
};

/** Credentials that have expired. */
export const exampleExpired: Client = {
  clientId: 'example-expired',
  clientSecret: 'Lp6-Xv2sB7.tQw9',
  expired: true,
  roles: { [exampleProject.id]: 'Writer' },
};

/** A tenant as the documents describe it. */
export const exampleTenant: Tenant = {
  clients: [exampleWriter, exampleReader, exampleExpired],
  owners: [exampleProject],
  tokenFormat: 'opaque',
  tokenLifetimeSeconds: 3600,
  decryptShape: 'entry',
  now: () => Date.now(),
};
