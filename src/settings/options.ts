import { type DefaultedInput, type InputName, type Inputs, inputValue, isDefaulted } from '../inputs/inputs.js';
import { conflict, parseBoolean, parseChoice, parseNames, parseSeconds, parseWhole } from '../inputs/values.js';
import { PLATFORMS, type PlatformName } from '../platforms/index.js';
import type { Platform } from '../platforms/platform.js';

/** The inputs that some platforms use and others reject. */
const SPECIAL = new Set<InputName>(Object.values(PLATFORMS).flatMap(({ inputs }: Platform) => inputs));

/** Reads the platform, and rejects inputs that it does not use. @throws ActionError input_invalid, input_conflict */
export function parsePlatform(inputs: Inputs): Platform {
  const name = parseChoice('platform', inputValue(inputs, 'platform'), platformNames());
  const platform: Platform = PLATFORMS[name];
  const isUsed = (input: InputName) => platform.inputs.includes(input);
  const isOff = (input: InputName) => isDefaulted(input) && !parseBoolean(inputs, input);
  const unused = [...SPECIAL].filter((input) => inputs[input] !== undefined && !isUsed(input) && !isOff(input));
  if (unused.length > 0) {
    const list = unused.map((input) => `\`${input}\``).join(' or ');
    throw conflict([...unused, `platform: ${name}`], `this platform does not use ${list}`);
  }
  if (inputs.grant_type !== undefined) {
    parseChoice('grant_type', inputs.grant_type, platform.grants);
  }
  if (inputs.client_authentication !== undefined) {
    parseChoice('client_authentication', inputs.client_authentication, platform.clientAuthentications);
  }
  return platform;
}

function platformNames(): PlatformName[] {
  return Object.keys(PLATFORMS).filter((name): name is PlatformName => name in PLATFORMS);
}

/** The settings that each come from a single input, for every platform. */
export interface RunOptions {
  readonly whoami: boolean;
  readonly exportEnv: boolean;
  /** Fields of structured Secrets that stay unmasked, by their path. */
  readonly plainFields: readonly string[];
  /** Days after which an unchanged Secret causes a warning; 0 for never. */
  readonly rotateAfterDays: number;
  /** Whether everything is resolved and checked, but nothing exported. */
  readonly plan: boolean;
  /** Whether the post step revokes what the login obtained. */
  readonly revoke: boolean;
  /** Whether steps of this job with the same login share a token. */
  readonly tokenCache: boolean;
  readonly summary: boolean;
  readonly timeoutSeconds: number;
  readonly retries: number;
}

/** Reads the settings that each come from a single input. @throws ActionError input_invalid */
export function parseOptions(inputs: Inputs): RunOptions {
  const isOn = (name: DefaultedInput) => parseBoolean(inputs, name);
  return {
    whoami: isOn('whoami'),
    exportEnv: isOn('export_env'),
    plainFields: parseNames(inputs, 'plain_fields'),
    rotateAfterDays: parseWhole('rotate_after_days', inputValue(inputs, 'rotate_after_days'), [0, 36_500]),
    plan: isOn('plan'),
    revoke: isOn('revoke'),
    tokenCache: isOn('token_cache'),
    summary: isOn('summary'),
    timeoutSeconds: parseSeconds('timeout_seconds', inputValue(inputs, 'timeout_seconds'), 1),
    retries: parseWhole('retries', inputValue(inputs, 'retries'), [0, 20]),
  };
}
