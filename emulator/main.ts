import { parseArgs } from 'node:util';
import { type RecordedRequest, startChariot } from './chariot/index.js';
import { introduction } from './chariot/introduction.js';

const USAGE = 'Usage: node build/emulator/main.js [--port N]';

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const port = readPort();
  const emulator = await startChariot({}, { port, onEnd: (request) => console.log(requestLine(request)) });
  console.log(introduction(emulator.url));
  const stop = () => void emulator.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function readPort(): number {
  const { port } = parseArgs({ options: { port: { type: 'string', default: '0' } } }).values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new RangeError(`--port "${port}" is not a port number. ${USAGE}`);
  return Number(port);
}

function requestLine({ at, method, target, status, connection }: RecordedRequest): string {
  const time = new Date(at).toISOString();
  return `${time} ${method} ${target} ${status ?? '-'} ${Date.now() - at} ms, connection ${connection}`;
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = Object.assign({ code: '', port: 0 }, error);
  if (code === 'EADDRINUSE') return `Port ${port} is already in use. Choose another port with --port.`;
  if (code === 'EACCES') return `This user may not listen on port ${port}. Choose a port above 1023 with --port.`;
  if (code.startsWith('ERR_PARSE_ARGS')) return `${error.message.split(/\n|\. /)[0]}. ${USAGE}`;
  return error.message;
}
