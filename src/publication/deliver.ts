import { registryKey } from '../formats/docker-config.js';
import { formatDotenv, formatEnvFile } from '../formats/dotenv.js';
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
import type { Pair } from '../ports.js';
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
  readonly notices: readonly string[];
}

/** The names taken so far, and where the path of a file leads. */
export interface Place {
  readonly taken: TakenNames;
  readonly pathOf: (file: string) => string;
}

type Deliver = (result: Result, place: Place) => Partial<Delivery>;

/**
 * Decides what a result becomes, and takes the names for it.
 *
 * @throws ActionError value_unsupported, name_refused, name_conflict
 */
export function deliver(result: Result, place: Place): Delivery {
  const nothing = { outputs: [], variables: [], files: [], lines: [], notices: [] };
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
  docker({ registries, name: { who } }, { taken }) {
    for (const registry of registries) {
      claim(taken, 'registry', { name: quote(registryKey(registry)), who });
    }
    return {};
  },
  /** The variables that the SDKs read, as outputs too. */
  aws(result, { taken }) {
    const { variables, unused } = result.aws ?? { variables: [], unused: [] };
    for (const [variable] of variables) {
      const name = { variable, output: variable, chosen: true, who: result.name.who };
      claimVariable(taken, 'variable', name);
      claimOutput(taken, name);
    }
    const notices =
      unused.length === 0 ? [] : [`${result.who}: no AWS variable takes ${unused.map(quote).join(', ')}.`];
    return { variables, outputs: variables, notices };
  },
};

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
