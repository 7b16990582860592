import { awsVariables } from '../formats/aws.js';
import { registryKey, registrySecrets } from '../formats/docker-config.js';
import { formatDotenv, formatEnvFile } from '../formats/dotenv.js';
import { type Registry, readRegistries } from '../formats/registry.js';
import type { SecretValue } from '../formats/value.js';
import { fieldVariable } from '../language/names.js';
import {
  claim,
  claimFile,
  claimOutput,
  claimVariable,
  type NameKind,
  type TakenNames,
} from '../language/taken-names.js';
import type { Sink } from '../language/target.js';
import type { PlannedFile } from '../machine/files.js';
import type { Pair, Ports } from '../ports.js';
import { below, isIn, openTexts } from '../secrets/plain-fields.js';
import { type Result, textValue } from '../secrets/result.js';
import { quote } from '../untrusted-text.js';

/** What one result becomes; the files of `@docker`, `@dotenv` and `@env-file` are made of the parts of all. */
export interface Delivery {
  readonly result: Result;
  readonly outputs: readonly Pair[];
  readonly variables: readonly Pair[];
  readonly files: readonly PlannedFile[];
  /** The result's lines in the one file of its sink. */
  readonly lines: readonly Pair[];
  /** The logins of `@docker`. */
  readonly registries: readonly Registry[];
  readonly notices: readonly string[];
}

/** What deliveries share: the names used so far, the folder of the step, and how texts are masked. */
export interface Place {
  readonly taken: TakenNames;
  /** The path that a file of the step will have. */
  readonly pathOf: (file: string) => string;
  readonly mask: Ports['mask'];
  /** The input `plain_fields`. */
  readonly plainFields: readonly string[];
}

type Deliver = (result: Result, place: Place) => Partial<Delivery>;

/**
 * Decides what a result becomes, and takes the names for it.
 *
 * @throws ActionError value_unsupported, name_refused, name_conflict
 */
export function deliver(result: Result, place: Place): Delivery {
  const nothing = { outputs: [], variables: [], files: [], lines: [], registries: [], notices: [] };
  const delivery = { result, ...nothing, ...DELIVER[result.match.request.sink ?? 'plain'](result, place) };
  return place.taken.exportEnv ? delivery : { ...delivery, variables: [] };
}

const DELIVER: Readonly<Record<Sink | 'plain', Deliver>> = {
  /** A variable, or one per field of a structured value, and an output with the text as the server gave it. */
  plain(result, { taken }) {
    const value = textValue(result);
    claimOutput(taken, result.name);
    return { outputs: [[result.name.output, value.text]], variables: takeAll(result, taken, 'variable') };
  },
  /** The very bytes; variable and output hold the path. */
  file({ name, bytes }, { taken, pathOf }) {
    claimFile(taken, name);
    const path = pathOf(name.variable);
    return {
      files: [{ path: name.variable, content: bytes }],
      variables: [[name.variable, path]],
      outputs: [[name.output, path]],
    };
  },
  dotenv: (result, { taken }) => ({ lines: takeAll(result, taken, 'line of @dotenv') }),
  'env-file': (result, { taken }) => ({ lines: takeAll(result, taken, 'line of @env-file') }),
  docker(result, place) {
    const registries = readRegistries(textValue(result), result.who);
    place.mask(registries.flatMap(registrySecrets));
    maskAddresses(
      registries.map(({ server }) => server),
      result,
      place,
    );
    for (const registry of registries) {
      claim(place.taken, 'registry', { name: quote(registryKey(registry)), who: result.name.who });
    }
    return { registries };
  },
  /** The variables that the SDKs read, as outputs too. */
  aws(result, place) {
    const { variables, unused } = awsVariables(textValue(result), result.who);
    maskAddresses(
      variables.flatMap(([name, text]) => (name === 'AWS_ENDPOINT_URL_S3' ? [text] : [])),
      result,
      place,
    );
    for (const [variable] of variables) {
      const name = { variable, output: variable, chosen: true, who: result.name.who };
      claimVariable(place.taken, 'variable', name);
      claimOutput(place.taken, name);
    }
    const notices =
      unused.length === 0 ? [] : [`${result.who}: no AWS variable takes ${unused.map(quote).join(', ')}.`];
    return { variables, outputs: variables, notices };
  },
};

/** Masks addresses that a sink made of a value, except those that come from a plain field. */
function maskAddresses(addresses: readonly string[], { match, value }: Result, { mask, plainFields }: Place): void {
  const { field } = match;
  const texts =
    value === undefined ? [] : isIn(field, plainFields) ? [value.text] : openTexts(value, below(field, plainFields));
  const open = texts.map((text) => text.toLowerCase()).filter((text) => text !== '');
  mask(addresses.filter((text) => !open.some((one) => one.includes(text.toLowerCase()) || text.includes(one))));
}

function takeAll(result: Result, taken: TakenNames, kind: NameKind): Pair[] {
  return variablesOf(result, textValue(result)).map(({ text, ...name }): Pair => {
    claimVariable(taken, kind, name);
    return [name.variable, text];
  });
}

/** The variable of a value, or those of its fields, whose names are never wholly the author's. */
function variablesOf({ name }: Result, value: SecretValue) {
  if (value.fields === undefined) {
    return [{ ...name, text: value.text }];
  }
  return value.fields.map(({ path, text }) => ({
    ...name,
    variable: fieldVariable(name.variable, path),
    chosen: false,
    who: `${name.who}, field ${quote(path.join('.'))}`,
    text,
  }));
}

/** The one file of all lines of a sink, and the output that names it. */
export interface VariableFile {
  readonly path: string;
  readonly output: string;
  readonly content: string;
}

const VARIABLE_FILES = [
  { sink: 'dotenv', path: 'secrets.env', output: 'dotenv', format: formatDotenv },
  { sink: 'env-file', path: 'secrets.env-file', output: 'env_file', format: formatEnvFile },
] as const;

/**
 * The files of `@dotenv` and `@env-file`, as far as there are lines for them.
 *
 * @throws ActionError value_unsupported
 */
export function variableFiles(deliveries: readonly Delivery[]): VariableFile[] {
  return VARIABLE_FILES.flatMap(({ sink, path, output, format }) => {
    const own = deliveries.filter(({ result }) => result.match.request.sink === sink);
    const lines = own.flatMap((delivery) => delivery.lines);
    return lines.length === 0 ? [] : [{ path, output, content: format(lines) }];
  });
}
