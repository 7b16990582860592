import type { Pair } from '../ports.js';
import type { Session } from '../session/session.js';
import type { Settings } from '../settings/settings.js';
import type { Delivery } from './deliver.js';
import { type Name, stepId } from './html.js';
import type { Publication } from './publication.js';

/** A text for a later step, and what it is. */
type Usage = readonly [what: string, text: string];

/** What a later step writes, for the first of each kind. */
interface Exported {
  readonly login: Session['login'];
  readonly settings: Pick<Settings, 'exportEnv' | 'tokenVariable'>;
  readonly publication: Publication;
}

/** Writes how a later step uses the first result of each kind, as items of a list in HTML; the names are untrusted. */
export function usageOf(exported: Exported, stepName: string | undefined, name: Name): string[] {
  const id = stepId(stepName);
  const output = (text: string) => `$\{{ steps.${id ?? 'STEP_ID'}.outputs.${text} }}`;
  const usages = [...tokenUsage(exported, output), ...secretUsages(exported, output)];
  const isInOutput = usages.some(([, text]) => text.includes('steps.'));
  return [
    ...usages.map(([what, text]) => `${what}: ${name(text)}`),
    ...(isInOutput && id === undefined
      ? [`This step has no ID. To use its outputs, add ${name('id: STEP_ID')} to it`]
      : []),
  ];
}

type Output = (name: string) => string;

function tokenUsage({ login, settings: { tokenVariable } }: Exported, output: Output): Usage[] {
  if (login.token === undefined) {
    return [];
  }
  return [['The token', tokenVariable === undefined ? output('bearer_token') : `$${tokenVariable}`]];
}

function secretUsages({ publication, settings: { exportEnv } }: Exported, output: Output): Usage[] {
  const { deliveries } = publication.planned;
  const of = (sink: Delivery['result']['match']['request']['sink']) =>
    deliveries.filter(({ result }) => result.match.request.sink === sink);
  const first = (found: readonly Delivery[], kind: 'variables' | 'outputs'): Pair[] =>
    found.flatMap((delivery) => delivery[kind].slice(0, 1)).slice(0, 1);
  const variables = (what: string, found: readonly Delivery[]): Usage[] =>
    first(found, 'variables').map(([name]) => [what, `$${name}`]);
  const outputs = (what: string, found: readonly Delivery[]): Usage[] =>
    first(found, 'outputs').map(([name]) => [what, output(name)]);
  const named = (what: string, one: string, text: string): Usage[] =>
    publication.outputs.some(([name]) => name === one) ? [[what, text]] : [];
  const docker = exportEnv
    ? 'docker pull REGISTRY/IMAGE'
    : `docker --config "${output('docker_config')}" pull REGISTRY/IMAGE`;
  return [
    ...variables('A variable', of(undefined)),
    ...outputs('An output', of(undefined)),
    ...(exportEnv ? variables('The path of a file', of('file')) : outputs('The path of a file', of('file'))),
    ...(exportEnv ? variables('A variable for AWS', of('aws')) : outputs('An output for AWS', of('aws'))),
    ...named('A registry', 'docker_config', docker),
    ...named('The dotenv file', 'dotenv', `set -a; source "${output('dotenv')}"`),
    ...named('The env file', 'env_file', `docker run --env-file "${output('env_file')}" IMAGE`),
  ];
}
