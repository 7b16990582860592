import type { Command } from './commands.js';
import { isSameName, trim } from './dotnet.js';
import { type Annotation, annotate, type Log, print, printDebug } from './journal.js';
import { EMPTY_MASK_WARNING, isMaskable } from './masker.js';

/** The part of a step's log that commands change: ActionCommandManager.cs. */
export interface Session {
  readonly log: Log;
  /** Whether commands are also printed: EchoOnActionCommand. */
  echo: boolean;
}

/** The effect of one command, which throws an error where the runner does: ActionCommandManager.cs, IActionCommandExtension. */
export interface Effect {
  /** Whether `echo` does not print the command: OmitEcho. */
  isQuiet: boolean;
  run(session: Session, command: Command): void;
}

function addMask({ log, echo }: Session, { data }: Command): void {
  if (!isMaskable(data)) {
    annotate(log, { level: 'warning', message: EMPTY_MASK_WARNING, properties: {} });
    return;
  }
  if (echo) print(log, '::add-mask::***');
  log.masks.push(data);
  log.masker.add(data);
}

function setEcho(session: Session, { data }: Command): void {
  if (data === '') throw new Error("Value cannot be null. (Parameter 'value')");
  const choice = trim(data).toUpperCase();
  if (choice !== 'ON' && choice !== 'OFF') {
    throw new Error(`Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${data}'.`);
  }
  session.echo = choice === 'ON';
}

const issue = (level: Annotation['level']): Effect => ({
  isQuiet: true,
  run: ({ log }, { data, properties }) => annotate(log, { level, message: data, properties }),
});

const loud = (run: Effect['run']): Effect => ({ isQuiet: false, run });

const disabled = (name: string): Effect =>
  loud(() => {
    throw new Error(
      `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command ` +
        'execution by setting the `ACTIONS_ALLOW_UNSECURE_COMMANDS` environment variable to `true`. For more ' +
        'information see: https://github.blog/changelog/' +
        '2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/',
    );
  });

const named = (name: string): Effect =>
  loud((_session, { properties }) => {
    const hasName = Object.entries(properties).some(([key, value]) => isSameName(key, 'name') && value !== '');
    if (!hasName) throw new Error(`Required field 'name' is missing in ##[${name}] command.`);
  });

const nothing = loud(() => {});

/** The effect of each command except stop-commands; problem matchers have no effect here: ActionCommandManager.cs. */
export const commandEffects: ReadonlyMap<string, Effect> = new Map([
  ['add-mask', { isQuiet: true, run: addMask }],
  ['add-matcher', nothing],
  ['add-path', disabled('add-path')],
  ['debug', { isQuiet: true, run: ({ log }: Session, { data }: Command) => printDebug(log, data) }],
  ['echo', loud(setEcho)],
  ['endgroup', loud(({ log }) => print(log, '##[endgroup]'))],
  ['error', issue('error')],
  ['group', loud(({ log }, { data }) => print(log, `##[group]${data}`))],
  ['notice', issue('notice')],
  ['remove-matcher', nothing],
  ['save-state', named('save-state')],
  ['set-env', disabled('set-env')],
  ['set-output', named('set-output')],
  ['warning', issue('warning')],
]);
