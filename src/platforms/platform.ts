/** Whose Secrets are asked for: the kind is the word in the path of the settings API. */
export interface Owner {
  readonly kind: 'project' | 'organization' | 'user';
  readonly id: string;
}

/** Everything that the flow must know of a platform; what differs between two platforms is a field here. */
export interface Platform {
  /** The name as its owner writes it, for messages. */
  readonly title: string;
  /** Path of the token endpoint below `url`. */
  readonly tokenPath: string;
  /** Members of the answer that may hold the token; the first that is there counts. */
  readonly tokenFields: readonly string[];
  /** Variable that receives the token when `token_variable` names none. */
  readonly tokenVariable: string;
  /** How long, in seconds, a token must still live to be used. */
  readonly leewaySeconds: number;
  /** What to look for when a login is refused, for the end of the message. */
  readonly loginAdvice: string;
  /** Why the post step does not end a token of this platform. */
  readonly noRevocation: string;
  readonly secrets: SecretsApi;
}

/** The paths of the platform's Secrets below `url`, and who may ask for them. */
export interface SecretsApi {
  readonly listPath: (owner: Owner) => string;
  readonly decryptPath: (owner: Owner, key: string) => string;
  readonly listPermission: string;
  readonly decryptPermission: string;
}
