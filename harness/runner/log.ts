import { commandEffects, type Session } from './command-effects.js';
import { COMMAND_NAMES, type Command, parseCommand, splitLines } from './commands.js';
import { isSameName } from './dotnet.js';
import { createLog, type Log, print, report } from './journal.js';

export type { Annotation, Log } from './journal.js';

interface Replay extends Session {
  /** The name that resumes the commands, while they are stopped. */
  stopToken: string | null;
  isOver: boolean;
}

// Without the last sentence of the original, which only links to the documentation.
const BAD_STOP_TOKEN =
  "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.";

/** Replays the whole output of one process, line by line, as the runner does: OutputManager.cs. */
export function readLog(output: string): Log {
  const replay: Replay = { log: createLog(), echo: false, stopToken: null, isOver: false };
  for (const line of splitLines(output)) if (!replay.isOver) readLine(replay, line);
  return replay.log;
}

/** Executes a line as a command, or prints the line: ActionCommandManager.cs, TryProcessCommand. */
function readLine(replay: Replay, line: string): void {
  const { log, stopToken } = replay;
  const command = parseCommand(line, stopToken === null ? COMMAND_NAMES : [...COMMAND_NAMES, stopToken]);
  if (command === null || (stopToken !== null && !isSameName(command.command, stopToken))) {
    // Only the runner itself may print these two markers: OutputManager.cs.
    print(log, line.replace(/##\[(?=(start|end)-action)/g, '##[\\'));
  } else if (stopToken !== null) {
    print(log, line);
    replay.stopToken = null;
  } else {
    log.commands.push(command);
    if (isSameName(command.command, 'stop-commands')) stop(replay, command.data, line);
    else execute(replay, command, line);
  }
}

function stop(replay: Replay, token: string, line: string): void {
  if (token === '' || ['pause-logging', ...COMMAND_NAMES].some((name) => isSameName(name, token))) {
    report(replay.log, BAD_STOP_TOKEN);
    // This error fails the step, so the rest of the output is lost.
    replay.isOver = true;
    return;
  }
  replay.stopToken = token;
  if (token.length > 6) replay.log.masker.addValue(token);
  print(replay.log, line);
}

function execute(replay: Replay, command: Command, line: string): void {
  const [name, effect] = [...commandEffects].find(([known]) => isSameName(known, command.command)) ?? [];
  if (effect === undefined) throw new Error(`the port has no command ${command.command}`);
  if (replay.echo && !effect.isQuiet) print(replay.log, line);
  try {
    effect.run(replay, command);
  } catch (error) {
    report(replay.log, `Unable to process command '${effect.isQuiet ? name : line}' successfully.`);
    report(replay.log, error instanceof Error ? error.message : String(error));
  }
}
