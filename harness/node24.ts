import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.js';

/** The path of the Node 24 that runs the bundle: the Node of this process if it is version 24, else that of the npm package. */
export const node24 = process.versions.node.startsWith('24.') ? process.execPath : packagedNode();

/** Finds the Node of harness/node24/package.json. @throws Error if npm has no such package for this machine */
function packagedNode(): string {
  const { platform, arch } = process;
  const [system, file] = platform === 'win32' ? ['win', 'node.exe'] : [platform, 'node'];
  const path = join(projectRoot, 'node_modules', `node-${system}-${arch}`, 'bin', file);
  if (!existsSync(path))
    throw new Error(`npm has no package of Node 24 for ${platform} ${arch}: run the tests on Node 24`);
  return path;
}
