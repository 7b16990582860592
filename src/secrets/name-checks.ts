import { nameOfMatch, nameOfRequest, type ResultName } from './names.js';
import type { SecretRequest } from './request.js';
import { isPattern, type Match } from './resolve.js';
import { type NameSettings, takeFile, takenNames, takeOutput, takeVariable } from './taken-names.js';

/** The variables that every `@aws` sets; which others it sets hangs on the value. */
const AWS_VARIABLES = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

/**
 * Refuses names that can be seen to fail before any Secret is decrypted.
 *
 * @throws ActionError name_refused, name_conflict
 */
export function checkMatches(matches: readonly Match[], settings: NameSettings): void {
  const named = matches.map((match) => [match.request, nameOfMatch(match)] as const);
  checkNames(named, settings);
}

/** The same for the requests alone, before anything is asked: what stands for one Secret has its names already. */
export function checkRequests(settings: NameSettings): void {
  const single = settings.secretRequests.filter((request) => !isPattern(request));
  const named = single.map((request) => [request, nameOfRequest(request)] as const);
  checkNames(named, settings);
}

function checkNames(named: readonly (readonly [SecretRequest, ResultName])[], settings: NameSettings): void {
  const taken = takenNames(settings);
  for (const [{ sink }, name] of named) {
    switch (sink) {
      case 'dotenv':
      case 'env-file':
        takeVariable(taken, `line of @${sink}`, name);
        break;
      case 'aws':
        for (const variable of AWS_VARIABLES) {
          takeVariable(taken, 'variable', { ...name, variable, chosen: true });
          takeOutput(taken, { ...name, output: variable });
        }
        break;
      case 'docker':
        break;
      case 'file':
        takeFile(taken, name);
        break;
      default:
        takeOutput(taken, name);
        takeVariable(taken, 'variable', name);
    }
  }
}
