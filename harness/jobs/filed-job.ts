import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../project.js';
import { type ActionRun, runAction } from '../run-action.js';

/** One operation on a file that fails; operations are counted from 1. */
export interface FileFault {
  readonly at: number;
  readonly code: 'ENOSPC' | 'EACCES' | 'EROFS' | 'EIO';
  /** Whether every later operation that changes the disk fails also. */
  readonly lasts?: boolean;
  readonly step: 'main' | 'post';
  /** Whether the operations are those that load the modules of the bundle. Default: all others. */
  readonly scope?: 'modules';
}

/** An operation on a file. */
export interface FileOperation {
  readonly name: string;
  readonly path: string;
}

/** A main step and its post step, of which one had a fault. */
export interface FiledJob {
  readonly main: ActionRun;
  readonly post: ActionRun;
  /** The operation that failed; undefined if the fault had a larger number than the last operation. */
  readonly harmed: FileOperation | undefined;
  /** Every operation of main. */
  readonly operations: readonly FileOperation[];
  /** Everything that main exported and wrote, without what differs each time. */
  readonly result: Readonly<Record<string, string>>;
  /** What post left, besides what was there before main. */
  readonly left: readonly string[];
}

/** Runs main and post, one of them with a fault; `tokens` are those that differ each time. */
export async function runWithFileFault(
  inputs: Readonly<Record<string, string>>,
  fault: FileFault | undefined,
  tokens: () => readonly string[],
): Promise<FiledJob> {
  const jobFolder = mkdtempSync(join(tmpdir(), 'filed-'));
  const reports = mkdtempSync(join(tmpdir(), 'file-reports-'));
  try {
    const existing = prepareHome(join(jobFolder, 'home'));
    const main = await runAction({ jobFolder, inputs, env: probe('main', fault, reports) });
    const result = resultOf(main, jobFolder, tokens());
    const post = await runAction({ jobFolder, state: main.state, entry: 'post', env: probe('post', fault, reports) });
    const left = post.leftovers.filter((path) => !existing.includes(path));
    return {
      main,
      post,
      harmed: harmedBy(fault, reports),
      operations: operationsIn(join(reports, 'main')),
      result,
      left,
    };
  } finally {
    for (const folder of [jobFolder, reports]) rmSync(folder, { recursive: true });
  }
}

/** Creates a docker configuration, which `@docker` includes in its own. Returns the paths of its files. */
function prepareHome(home: string): string[] {
  mkdirSync(join(home, '.docker', 'contexts'), { recursive: true });
  writeFileSync(join(home, '.docker', 'config.json'), '{"auths":{"other.example":{"auth":"b3RoZXI6cGFzcw=="}}}');
  return ['home/.docker/', 'home/.docker/config.json', 'home/.docker/contexts/'];
}

function probe(step: FileFault['step'], fault: FileFault | undefined, reports: string): Record<string, string> {
  const none = { at: 0, code: 'EIO' };
  return {
    NODE_OPTIONS: `--require=${JSON.stringify(join(projectRoot, 'harness', 'file-fault-probe.cjs'))}`,
    FILE_FAULT: JSON.stringify(fault?.step === step ? fault : none),
    FILE_REPORT: join(reports, step),
  };
}

function harmedBy(fault: FileFault | undefined, reports: string): FileOperation | undefined {
  return fault && operationsIn(join(reports, fault.step))[fault.at - 1];
}

function operationsIn(report: string): FileOperation[] {
  const lines = existsSync(report) ? readFileSync(report, 'utf8').split('\n') : [];
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** The file for the post step, which warns if it is missing: no export. */
const AUTHORITIES = 'authorities.pem';

function resultOf(main: ActionRun, jobFolder: string, tokens: readonly string[]): Record<string, string> {
  const neutral = (text: string) =>
    tokens
      .reduce((left, token) => left.replaceAll(token, '<token>'), text)
      .replaceAll(jobFolder, '<job>')
      .replace(/bearer-login-[0-9a-f-]{36}/g, 'bearer-login-<id>')
      // A lifetime that is computed from `exp` can be some seconds too short.
      .replace(/^(?:29|359)\d$|^(?:300|3600)$/, '<lifetime>')
      .replace(/"(exp|iat)":\d+|"(jti|sid|iss)":"[^"]+"/g, '"$1$2":"<other>"')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>');
  const temp = join(jobFolder, '_temp');
  const files = readdirSync(temp, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== AUTHORITIES && /bearer-login-[0-9a-f]{8}-/.test(entry.parentPath),
  );
  return Object.fromEntries([
    ...[...main.outputs].map(([name, text]) => [`output ${name}`, neutral(text)]),
    ...[...main.variables].map(([name, text]) => [`variable ${name}`, neutral(text)]),
    ...files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [neutral(path), neutral(readFileSync(path, 'utf8'))];
    }),
  ]);
}
