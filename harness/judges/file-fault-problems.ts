import type { FileFault } from '../jobs/filed-job.js';
import type { FiledRun } from '../jobs/filed-runs.js';
import { shownLines, verdictOn } from './verdict.js';
import { visibleSecrets } from './visible-secrets.js';

/** The same run without a fault, and the fault. */
export interface Comparison {
  readonly good: FiledRun;
  readonly fault: FileFault;
}

/** Lists what is wrong with a job on a disk with a fault. */
export function problemsOfFiled(job: FiledRun, comparison: Comparison): string[] {
  return [...problemsOfMain(job, comparison), ...problemsOfPost(job, comparison)];
}

/** What names the file or the input in an error. */
const PLACE = /\b(?:GITHUB_[A-Z_]+|RUNNER_TEMP)\b|files of the runner|`\w+`|"\/[^"]+" cannot be read/;

function problemsOfMain({ main, secrets, result }: FiledRun, { good, fault }: Comparison): string[] {
  const isGood = main.exitCode === 0;
  const { problems } = verdictOn(main, { secrets, seen: isGood ? secrets : [], line: String, value: String });
  // The post step removes what a failure left. A disk that stays full has no place for a whole summary.
  const allowed = staysReadOnly(fault) ? ANY_REST : fault.lasts ? /^left behind|summary/ : /^left behind/;
  const errors = main.log.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  const exported = [...main.outputs.keys(), ...main.variables.keys()].filter((name) => name !== 'error_code');
  const isNamed = fault.scope === 'modules' || errors.every((message) => PLACE.test(message));
  return [
    ...problems.filter((problem) => !allowed.test(problem)),
    ...(isGood || main.exitCode === 1 ? [] : [`exit code ${main.exitCode}`]),
    ...(isGood || exported.length === 0 || staysReadOnly(fault) ? [] : [`exported by a failure: ${exported}`]),
    ...(isGood ? differences(result, good.result) : []),
    ...(isNamed ? [] : [`no place in: ${errors}`]),
  ];
}

/** Whether main cannot take back what it has written. */
const staysReadOnly = ({ lasts = false, code }: FileFault) => lasts && code === 'EROFS';

const ANY_REST = /^left behind|summary|^something in GITHUB_ENV$/;

function differences(found: FiledRun['result'], expected: FiledRun['result']): string[] {
  const names = [...new Set([...Object.keys(found), ...Object.keys(expected)])];
  return names.filter((name) => found[name] !== expected[name]).map((name) => `${name} is ${found[name]}`);
}

function problemsOfPost({ main, post, left, secrets, sessions }: FiledRun, { fault }: Comparison): string[] {
  const lines = shownLines(post);
  const isWarned = lines.some((line) => line.startsWith('Warning: '));
  // An empty folder contains nothing to warn about.
  const kept = left.filter((path) => path !== '_temp/bearer-login-cache/');
  const mayKeep = fault.step === 'post' ? isWarned : staysReadOnly(fault);
  return [
    ...(post.exitCode === 0 ? [] : [`post: exit code ${post.exitCode}`]),
    ...(lines.length === 1 ? [] : [`post: ${lines.length} lines: ${lines.join(' / ')}`]),
    ...(post.stderr === '' ? [] : [`post: stderr: ${post.stderr}`]),
    ...post.fileErrors.map((error) => `post: ${error}`),
    ...visibleSecrets(post, [...secrets]),
    ...(mayKeep ? [] : kept.map((path) => `post left ${path}: ${lines}`)),
    ...(sessions === 0 || isWarned || main.state.size === 0 ? [] : [`a session is active: ${lines}`]),
  ];
}
