import { type AwsConnection, awsVariables } from './aws.js';
import { secretsOf } from './docker-config.js';
import { type Registry, readRegistries } from './registry.js';
import type { Sink } from './target.js';
import type { SecretValue } from './value.js';

/** What the sinks of typed Secrets make of a value. */
export interface Typed {
  /** The logins in it, when its line asks for them. */
  readonly registries: readonly Registry[];
  /** The connection in it, when its line asks for one. */
  readonly aws: AwsConnection | undefined;
}

/** Reads what a sink of typed Secrets is for. @throws ActionError value_unsupported */
export function readTyped(sink: Sink | undefined, value: SecretValue, who: string): Typed {
  const aws = sink === 'aws' ? awsVariables(value, who) : undefined;
  return { aws, registries: sink === 'docker' ? readRegistries(value, who) : [] };
}

/**
 * The texts that reading a typed Secret made: logins in new forms, and addresses unless they come from one
 * of the plain texts.
 */
export function derivedTexts({ registries, aws }: Typed, plain: readonly string[]): string[] {
  const open = plain.map((text) => text.toLowerCase()).filter((text) => text !== '');
  const isOpen = (text: string) => open.some((one) => one.includes(text.toLowerCase()) || text.includes(one));
  const endpoints = (aws?.variables ?? []).filter(([name]) => name === 'AWS_ENDPOINT_URL_S3');
  const addresses = [...registries.map(({ server }) => server), ...endpoints.map(([, text]) => text)];
  return [...registries.flatMap(secretsOf), ...addresses.filter((text) => !isOpen(text))];
}
