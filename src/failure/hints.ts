import type { ErrorCode } from '../errors.js';

/**
 * What the user can do about each error, as sentences that become the items of a list.
 *
 * `{address}` becomes the inputs with which the platform's address is set. Advice about the single case replaces the hint.
 */
export const HINTS: Readonly<Record<ErrorCode, readonly string[]>> = {
  invalid_request: ['Correct what the server names. If it names nothing, check {address}.'],
  invalid_client: [
    'Check that `client_id` and its secret, key or certificate are complete, belong to this platform, and have not expired.',
  ],
  invalid_grant: ['The credentials are wrong, expired or revoked. Create new ones and store them as secrets.'],
  unauthorized_client: [
    "Check the client's credentials.",
    "Ask the platform's administrator whether this client may log in with this grant.",
  ],
  unsupported_grant_type: ['Check `grant_type`.', 'Check {address}: this may be the address of another platform.'],
  invalid_scope: ["Check `scope`, or ask the platform's administrator which scopes the client may request."],
  access_denied: ["Ask the platform's administrator why this client has no access."],
  invalid_target: ['Check `audience`, and `resource` in `token_parameters`.'],
  insufficient_scope: ['Add the scope that the message names to `scope`, if the client may have it.'],
  invalid_token: ['Set a new token, or set client credentials so that the action can log in.'],
  input_missing: ['Set what is missing in the `with:` of this step.'],
  input_invalid: ['Correct the input in the `with:` of this step.'],
  input_conflict: ['Remove one of them.'],
  endpoint_insecure: ['Use https. If the network itself is trusted, set `allow_http: true`.'],
  issuer_mismatch: ['Write `issuer` exactly as the server names itself, including the last slash.'],
  id_token_unavailable: [
    'Add `permissions: id-token: write` (and `contents: read`) to the job.',
    'A workflow run from a fork cannot have this permission.',
  ],
  endpoint_not_found: ['Check {address}: the host is wrong, or the path of the platform is missing.'],
  redirect_refused: ['If that address is the platform, set it as {address}.'],
  certificate_unusable: ['Correct the input. docs/certificates.md describes the accepted forms.'],
  certificate_required: [
    "Set a client certificate that the platform knows. The platform's administrator issues such certificates.",
  ],
  certificate_refused: [
    'Check that the certificate is for clients, is not revoked, and contains its whole chain.',
    'Ask the administrator of the server whether the server knows its authority.',
  ],
  server_untrusted: ['Check {address}. No credentials were sent, because this could be another server.'],
  proxy_refused: [
    "Check the proxy variable, or ask the proxy's administrator. The action never bypasses a configured proxy.",
  ],
  proxy_failed: ['Check the proxy variable and {address}. Requests to a host in `no_proxy` do not use the proxy.'],
  server_unreachable: ['Check {address}, and that this runner can reach the host.'],
  server_failed: ["Run the job again later. If the problem remains, ask the platform's administrator."],
  response_invalid: [
    'Check {address}, and any proxy or gateway before the server.',
    'If the answer is from the API itself, ask the administrator of the server.',
  ],
  deadline_exceeded: [
    'If the server is only slow, raise `timeout_seconds`. Otherwise check {address}, any proxy, and that this runner can reach the host.',
  ],
  token_expired: ['Set a new token, or set client credentials so that the action can log in.'],
  permission_denied: ['Ask an owner of the project for a role that allows this request.'],
  owner_not_found: [
    "Check the ID: it is usually in the address of the project's page in the browser. Names are not accepted here.",
  ],
  secret_not_found: ['Check the name and the project. Other settings are not Secrets. An ID or key also works.'],
  field_not_found: ['Check which fields the Secret has.'],
  secret_ambiguous: ['Select the Secret by one of these IDs, or give the Secrets different names.'],
  secret_not_decrypted: ['The server returned no value. Check that the credentials have the role Writer or Owner.'],
  name_refused: [
    'Write a target with another name, for example `my-secret | MY_SECRET`. If the line has a `*`, write a prefix: `my-secret.* | MY_*`.',
  ],
  name_conflict: [
    'Remove one of the lines, or write another target, for example `my-secret | OTHER_NAME`. Two logins to one registry, or two `@aws`, need two steps.',
  ],
  value_unsupported: ['Change the Secret, or the line that exports it.'],
  runner_unsupported: [
    'Use runner version 2.327.1 or newer, or another runner that provides the same files and folders to actions.',
  ],
  publication_failed: ['Nothing was exported. Check the disk and the permissions of the runner.'],
  internal_error: ['Report this defect of the action with the text above, as an issue in its repository.'],
};

/** The hints that are different in nektos/act. */
export const HINTS_IN_ACT: Readonly<Partial<Record<ErrorCode, readonly string[]>>> = {
  id_token_unavailable: [
    'nektos/act issues no ID tokens. Run this job on GitHub, or use other credentials in act, for example `client_secret`.',
  ],
};
