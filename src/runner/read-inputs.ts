import { ActionError } from '../errors.js';
import { secretsIn } from '../inputs/content.js';
import { type InputName, type Inputs, inputNames, isVerbatimInput } from '../inputs/inputs.js';
import { findUnknownInputs, secretsInUnknown, unknownInputWarning } from '../inputs/unknown.js';
import { isGitHubRunner, type Variables } from '../machine/environment.js';
import type { Ports } from '../ports.js';
import { COMMAND_FILES } from './publish.js';

/** What reading the inputs needs from the runner. */
export interface InputSource {
  readonly variables: Variables;
  /** Reads one input as the runner passes it. */
  readonly getInput: (name: InputName, options: { readonly trimWhitespace: boolean }) => string;
}

/**
 * Reads every input, masks the secret ones, and warns about those that action.yml does not declare.
 *
 * @throws ActionError runner_unsupported, input_invalid
 */
export function readInputs({ variables, getInput }: InputSource, { mask, log }: Pick<Ports, 'mask' | 'log'>): Inputs {
  const inputs: Inputs = Object.fromEntries(
    inputNames()
      .map((name) => [name, getInput(name, { trimWhitespace: !isVerbatimInput(name) })] as const)
      .filter(([, value]) => value !== ''),
  );
  const unknown = findUnknownInputs(variables);
  mask([...secretsIn(inputs), ...secretsInUnknown(unknown)]);
  const missing = COMMAND_FILES.find((file) => !variables[file]);
  if (missing !== undefined) {
    throw new ActionError('runner_unsupported', `The runner provides no file in ${missing}`);
  }
  const warning = unknownInputWarning(unknown, isGitHubRunner(variables));
  if (warning !== undefined) {
    log.warning(warning);
  }
  return inputs;
}
