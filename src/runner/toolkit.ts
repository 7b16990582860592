import {
  debug,
  endGroup,
  error,
  getInput as getToolkitInput,
  getState as getToolkitState,
  info,
  notice,
  startGroup,
  warning,
} from '@actions/core';
import type { Printer } from './log.js';
import type { InputSource } from './read-inputs.js';

/*
 * Everything of the toolkit that this action uses, by name: a use of the whole module would put all of it into dist/.
 */

/** Prints lines and their commands. */
export const printer: Printer = { debug, error, info, notice, warning, startGroup, endGroup };

/** Reads an input as the runner passes it; empty if it is not set. */
export const getInput: InputSource['getInput'] = getToolkitInput;

/** Reads what an earlier process of this step saved under a name; empty if there is nothing. */
export const getState: (name: string) => string = getToolkitState;
