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
  const usages = usagesIn(exported, output);
  const isInOutput = usages.some(([, text]) => text.includes('steps.'));
  return [
    ...usages.map(([what, text]) => `${what}: ${name(text)}`),
    ...(isInOutput && id === undefined
      ? [`This step has no ID. To use its outputs, add ${name('id: STEP_ID')} to it`]
      : []),
  ];
}

type Sink = Delivery['result']['match']['request']['sink'];

type Kind = 'variables' | 'outputs';

function usagesIn({ login, publication, settings }: Exported, output: (name: string) => string): Usage[] {
  const { exportEnv, tokenVariable } = settings;
  const token = tokenVariable === undefined ? output('bearer_token') : `$${tokenVariable}`;
  const { deliveries } = publication.planned;
  const first = (what: string, sink: Sink, kind: Kind = exportEnv ? 'variables' : 'outputs'): Usage[] =>
    deliveries
      .flatMap((delivery) => (delivery.result.match.request.sink === sink ? delivery[kind] : []))
      .slice(0, 1)
      .map(([name]) => [what, kind === 'variables' ? `$${name}` : output(name)]);
  const named = (what: string, one: string, text: string): Usage[] =>
    publication.outputs.some(([name]) => name === one) ? [[what, text]] : [];
  const docker = exportEnv
    ? 'docker pull REGISTRY/IMAGE'
    : `docker --config "${output('docker_config')}" pull REGISTRY/IMAGE`;
  return [
    ...(login.token === undefined ? [] : [['The token', token] as const]),
    ...first('A variable', undefined, 'variables'),
    ...first('An output', undefined, 'outputs'),
    ...first('The path of a file', 'file'),
    ...first(`${exportEnv ? 'A variable' : 'An output'} for AWS`, 'aws'),
    ...named('A registry', 'docker_config', docker),
    ...named('The dotenv file', 'dotenv', `set -a; source "${output('dotenv')}"`),
    ...named('The env file', 'env_file', `docker run --env-file "${output('env_file')}" IMAGE`),
  ];
}
