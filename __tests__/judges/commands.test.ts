import { describe, expect, test } from '@jest/globals';
import { parseCommand, splitLines } from '../../harness/runner/commands.js';
import { readLog } from '../../harness/runner/log.js';
import { commandVectors, mismatches } from './vectors.js';

const logOf = (...lines: string[]) => readLog(lines.map((line) => `${line}\n`).join(''));

describe('parseCommand', () => {
  test('Each of the 112 lines is the command that the runner reads', () => {
    expect(commandVectors).toHaveLength(112);
    expect(
      mismatches(
        commandVectors,
        ({ line }) => parseCommand(line),
        ({ expected }) => expected,
      ),
    ).toEqual([]);
  });
});

describe('splitLines and readLog', () => {
  test('A line ends at LF, CRLF and a lone CR', () => {
    expect(splitLines('a\nb\r\nc\rd')).toEqual(['a', 'b', 'c', 'd']);
  });

  test('An empty last line is not a line', () => {
    expect([splitLines(''), splitLines('a\n'), splitLines('a\n\n')]).toEqual([[], ['a'], ['a', '']]);
  });

  test('After a lone CR, the rest of a line can be a command', () => {
    const log = readLog('answer\r::error::injected\n');

    expect(log.lines).toEqual(['answer', 'Error: injected']);
    expect(log.commands).toEqual([{ command: 'error', properties: {}, data: 'injected' }]);
  });

  test('A command of the old form is read anywhere in a line', () => {
    expect(logOf('<html>##[set-output name=x]y').commands).toEqual([
      { command: 'set-output', properties: { name: 'x' }, data: 'y' },
    ]);
  });

  test('An unknown command is an ordinary line', () => {
    expect(logOf('::nonsense::x').lines).toEqual(['::nonsense::x']);
  });

  test('A marker that only the runner may print gets a backslash', () => {
    expect(logOf('##[start-action x]y').lines).toEqual(['##[\\start-action x]y']);
  });
});

describe('The masks of readLog', () => {
  test('A mask hides the lines after its command', () => {
    const log = logOf('hunter22', '::add-mask::hunter22', 'hunter22');

    expect(log.lines).toEqual(['hunter22', '***']);
    expect(log.masks).toEqual(['hunter22']);
    expect(log.masker.mask('hunter22')).toBe('***');
  });

  test('A blank mask is a warning', () => {
    const log = logOf('::add-mask:: ');

    expect(log.lines).toEqual(["Warning: Can't add secret mask for empty string in ##[add-mask] command."]);
    expect(log.masks).toEqual([]);
  });

  test('A mask that begins with a combining mark is printed in clear text', () => {
    expect(logOf('::add-mask::\u0301hunter22').lines).toEqual(['::add-mask::\u0301hunter22']);
    expect(logOf('::add-mask::%0A\u0301hunter22', '\u0301hunter22').lines).toEqual(['***']);
  });
});

describe('The annotations of readLog', () => {
  test('The message of an annotation is masked, and its properties are not', () => {
    const log = logOf('::add-mask::hunter22', '::warning title=hunter22::it is hunter22');

    expect(log.annotations).toEqual([{ level: 'warning', message: 'it is ***', properties: { title: 'hunter22' } }]);
    expect(log.lines).toEqual(['Warning: it is ***']);
  });

  test('A message is masked as a whole, and then truncated', () => {
    const log = logOf('::add-mask::one%0Atwo', `::notice::one%0Atwo${'x'.repeat(5000)}`);

    expect(log.annotations.map(({ message }) => message)).toEqual([`***${'x'.repeat(4093)}`]);
  });

  test('A message of several lines is several lines of the log', () => {
    expect(logOf('::error::one%0Atwo').lines).toEqual(['Error: one', 'two']);
  });

  test('An empty message is an annotation without a line', () => {
    expect(logOf('::error::')).toMatchObject({ lines: [], annotations: [{ message: '' }] });
  });
});

describe('The other commands of readLog', () => {
  test('The commands debug, group and endgroup print lines with markers', () => {
    expect(logOf('::debug::a%0Ab', '::group::title', '::endgroup::x').lines).toEqual([
      '##[debug]a',
      '##[debug]b',
      '##[group]title',
      '##[endgroup]',
    ]);
  });

  test('The commands set-env and add-path are rejected', () => {
    const { annotations } = logOf('::set-env name=A::b', '::add-path::/x');

    expect(annotations.map(({ message }) => message)).toEqual([
      "Unable to process command '::set-env name=A::b' successfully.",
      expect.stringContaining('The `set-env` command is disabled.'),
      "Unable to process command '::add-path::/x' successfully.",
      expect.stringContaining('The `add-path` command is disabled.'),
    ]);
  });

  test('The commands set-output and save-state need a name', () => {
    const { annotations } = logOf('::set-output::x', '::save-state NAME=a::x', '::save-state::x');

    expect(annotations.map(({ message }) => message)).toEqual([
      "Unable to process command '::set-output::x' successfully.",
      "Required field 'name' is missing in ##[set-output] command.",
      "Unable to process command '::save-state::x' successfully.",
      "Required field 'name' is missing in ##[save-state] command.",
    ]);
  });

  test('After echo, commands are printed, but not the value of a mask', () => {
    expect(
      logOf('::echo::on', '::add-mask::hunter22', '::save-state name=a::b', '::echo::OFF', '::group::g').lines,
    ).toEqual(['::add-mask::***', '::save-state name=a::b', '::echo::OFF', '##[group]g']);
  });
});

describe('The command stop-commands of readLog', () => {
  test('While commands are stopped, an add-mask is ignored and printed in clear text', () => {
    const log = logOf('::stop-commands::tok', '::add-mask::hunter22', '::TOK::', '::add-mask::other', 'hunter22 other');

    expect(log.lines).toEqual(['::stop-commands::tok', '::add-mask::hunter22', '::TOK::', 'hunter22 ***']);
    expect(log.masks).toEqual(['other']);
  });

  test('A token of more than six characters is masked', () => {
    expect(logOf('::stop-commands::token-1', '##[token-1]').lines).toEqual(['::stop-commands::***', '##[***]']);
  });

  test.each(['', 'pause-logging', 'Add-Mask'])('The token "%s" fails the step', (token) => {
    const log = logOf(`::stop-commands::${token}`, 'lost');

    expect(log.lines).toEqual([expect.stringMatching(/^Error: You cannot use a endToken/)]);
  });
});
