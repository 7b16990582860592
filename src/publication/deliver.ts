import { awsVariables } from '../formats/aws.js';
import { registryKey, registrySecrets } from '../formats/docker-config.js';
import { type Registry, readRegistries } from '../formats/registry.js';
import { registryHost } from '../formats/registry-fields.js';
import type { ResultName } from '../language/names.js';
import { claimNames, type TakenNames } from '../language/taken-names.js';
import type { Sink } from '../language/target.js';
import type { PlannedFile } from '../machine/files.js';
import type { Pair, Ports } from '../ports.js';
import { plainTexts } from '../secrets/plain-fields.js';
import { type Result, textValue } from '../secrets/result.js';
import { quote } from '../untrusted-text.js';

/** What one result becomes; `@docker`, `@dotenv` and `@env-file` make their files from the deliveries of all results. */
export interface Delivery {
  readonly result: Result;
  readonly outputs: readonly Pair[];
  readonly variables: readonly Pair[];
  readonly files: readonly PlannedFile[];
  /** The lines of the result in the file of its sink. */
  readonly lines: readonly Pair[];
  /** The logins of `@docker`. */
  readonly registries: readonly Registry[];
  /** Where the login of `@docker` or `@aws` leads to. */
  readonly addresses: readonly string[];
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

/** What a sink makes of a result, and the names that the value adds to those of the result. */
type Content = Partial<Delivery> & { readonly parts?: readonly ResultName[] };

/**
 * Decides what a result becomes, and claims the names for it.
 *
 * @throws ActionError value_unsupported, name_refused, name_conflict
 */
export function deliver(result: Result, place: Place): Delivery {
  const { sink } = result.match.request;
  const nothing = { outputs: [], variables: [], files: [], lines: [], registries: [], addresses: [], notices: [] };
  const { parts = [], ...content } = CONTENT[sink ?? 'plain'](result, place);
  const delivery = { result, ...nothing, ...content };
  place.mask(maskedAddresses(delivery.addresses, result, place));
  claimNames(place.taken, { sink, name: result.name, parts });
  return place.taken.exportEnv ? delivery : { ...delivery, variables: [] };
}

const CONTENT: Readonly<Record<Sink | 'plain', (result: Result, place: Place) => Content>> = {
  /** A variable and an output with the text as the server returned it. */
  plain(result) {
    const { text } = textValue(result);
    return { variables: [[result.name.variable, text]], outputs: [[result.name.output, text]] };
  },
  /** The exact bytes; the variable and the output contain the path. */
  file({ name, bytes }, { pathOf }) {
    const path = pathOf(name.variable);
    return {
      files: [{ path: name.variable, content: bytes }],
      variables: [[name.variable, path]],
      outputs: [[name.output, path]],
    };
  },
  dotenv: lineOf,
  'env-file': lineOf,
  docker(result, { mask }) {
    const registries = readRegistries(textValue(result), result.who);
    const addresses = registries.map(({ server }) => server);
    mask(registries.flatMap(registrySecrets));
    const parts = registries.map((registry) => ({ ...result.name, variable: quote(registryKey(registry)) }));
    const cut = registries.flatMap((registry) => registry.cut ?? []);
    const notices = [...new Set(cut)].map(
      (part) => `${result.who}: @docker does not use the newline at the end of the ${part}. Remove it from the Secret.`,
    );
    return { parts, registries, addresses, notices };
  },
  /** The variables that the SDKs read, also as outputs. */
  aws(result) {
    const { variables, unused } = awsVariables(textValue(result), result.who);
    const addresses = variables.flatMap(([name, text]) => (name === 'AWS_ENDPOINT_URL_S3' ? [text] : []));
    const { who } = result.name;
    const parts = variables.map(([name, text]) => ({ variable: name, output: name, chosen: true, who, text }));
    const notices =
      unused.length === 0 ? [] : [`${result.who}: no AWS variable exists for ${unused.map(quote).join(', ')}.`];
    return { parts, variables, outputs: variables, addresses, notices };
  },
};

/** Lists the addresses that a sink made of a value, without those that come from a plain field. */
function maskedAddresses(addresses: readonly string[], { field, value }: Result, { plainFields }: Place): string[] {
  const texts = value === undefined ? [] : plainTexts({ field, value }, plainFields);
  const open = texts.map((text) => text.toLowerCase()).filter((text) => text !== '');
  const isIn = (text: string, one: string) => one.includes(text) || text.includes(one) || registryHost(one) === text;
  return addresses.filter((text) => !open.some((one) => isIn(text.toLowerCase(), one)));
}

function lineOf(result: Result): Content {
  return { lines: [[result.name.variable, textValue(result).text]] };
}
