import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActionOptions, type ActionRun, runAction } from './run-action.js';

const ACTION_YML = `
inputs:
  plain: { description: none }
  with default: { default: true }
  with-dash: { default: "a b" }
`;

/** Runs a script instead of the built action, with an action.yml of three inputs, for the tests of `runAction` itself. */
export async function runScript(script: string, options: ActionOptions = {}): Promise<ActionRun> {
  const folder = mkdtempSync(join(tmpdir(), 'script-'));
  const [bundle, actionYml] = [join(folder, 'bundle.mjs'), join(folder, 'action.yml')];
  writeFileSync(bundle, `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';\n${script}`);
  writeFileSync(actionYml, ACTION_YML);
  try {
    return await runAction({ bundle, actionYml, ...options });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns a statement that prints a line. */
export const print = (text: string): string => `console.log(${JSON.stringify(text)});`;

/** Returns a statement that appends to the file that a variable names. */
export const append = (variable: string, text: string): string =>
  `appendFileSync(process.env.${variable}, ${JSON.stringify(text)});`;
