import type { Masker } from '../masking/masker.js';
import type { Pair } from '../ports.js';
import type { Result } from '../secrets/result.js';
import type { Session } from '../session/session.js';
import type { Settings } from '../settings/settings.js';
import type { Delivery } from './deliver.js';
import type { Publication } from './publication.js';
import { formatSummary } from './summary.js';
import type {
  Masking,
  SummaryLogin,
  SummaryOutput,
  SummaryReport,
  SummaryRow,
  SummaryTarget,
} from './summary-report.js';
import { cannotBeMasked, isTooOld, plainFieldsOf } from './warnings.js';

/** A run that has everything and has given out nothing yet. */
export interface Run {
  readonly session: Session;
  readonly settings: Settings;
  readonly publication: Publication;
}

/** The job summary of a run; empty when the workflow does not want one. */
export function summarize(run: Run, masker: Masker): string {
  return run.settings.summary ? formatSummary(reportOf(run, masker)) : '';
}

/** Gathers what the job summary tells; foreign names come without our own secrets. */
export function reportOf({ session, settings, publication }: Run, masker: Masker): SummaryReport {
  const { now } = publication.planned;
  const { results, unnamed } = session.fetched;
  // A path leads nowhere on the machine of another job, and an empty output is none.
  const outputs = publication.planned.outputs.filter(
    ([, value]) => value !== '' && !value.startsWith(publication.folder),
  );
  return {
    platform: settings.platform.title,
    origin: settings.url.origin,
    owner: settings.owner,
    login: {
      token: tokenOrigin(session.login),
      variable: settings.tokenVariable,
      expiresAt: session.login.token?.expiresAt,
    },
    mode: settings.plan ? 'plan' : 'exported',
    secrets: new Set(results.map(({ match }) => match.key)).size,
    rows: publication.planned.deliveries.map((delivery) => rowOf(delivery, { settings, masker, now })),
    outputs: outputs.map(([name, value]): SummaryOutput => {
      return { name: masker.redact(name), crossesJobs: !masker.isMasked(value) };
    }),
    files: publication.state.files,
    unnamed,
    rotateAfterDays: settings.rotateAfterDays,
    timing: session.timing,
    now,
  };
}

interface Context {
  readonly settings: Settings;
  readonly masker: Masker;
  readonly now: Date;
}

function rowOf(delivery: Delivery, { settings, masker: { redact }, now }: Context): SummaryRow {
  const { result } = delivery;
  const { entry, key, field } = result.match;
  const name = entry?.name ?? key;
  return {
    name: redact(name),
    secret: redact(field === undefined ? name : `${name}.${field}`),
    from: entry === undefined ? 'key' : 'list',
    type: redact((entry?.type ?? key).split('/')[1] ?? ''),
    updatedAt: result.updatedAt,
    tooOld: isTooOld(result, settings, now),
    targets: targetsOf(delivery).map((target) => ({ ...target, name: redact(target.name) })),
    masking: maskingOf(result, settings.plainFields),
  };
}

function targetsOf({ result, variables, outputs, lines, registries }: Delivery): SummaryTarget[] {
  const { sink } = result.match.request;
  const named = (kind: SummaryTarget['kind'], pairs: readonly Pair[]) => pairs.map(([name]) => ({ kind, name }));
  switch (sink) {
    case 'docker':
      return registries.map(({ server }) => ({ kind: sink, name: server }));
    case 'dotenv':
    case 'env-file':
      return named(sink, lines);
    case 'file':
      return variables.length > 0 ? [...named(sink, variables), ...named('output', outputs)] : named(sink, outputs);
    case 'aws':
      return variables.length > 0 ? named(sink, variables) : named('output', outputs);
    default:
      return [...named(sink ?? 'variable', variables), ...named('output', outputs)];
  }
}

function maskingOf(result: Result, plain: readonly string[]): Masking {
  if (cannotBeMasked(result, plain)) {
    return { kind: 'unmaskable' };
  }
  const plainFields = plainFieldsOf(result, plain);
  const fields = result.value?.fields?.length ?? 1;
  if (plainFields.length === 0) {
    return { kind: 'masked' };
  }
  return plainFields.length === fields ? { kind: 'plain' } : { kind: 'partly', plainFields };
}

function tokenOrigin({ token, fetched, shared = false }: Session['login']): SummaryLogin['token'] {
  if (token === undefined) {
    return 'certificate';
  }
  return fetched ? 'fetched' : shared ? 'shared' : 'at-hand';
}
