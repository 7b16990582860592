import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { secret } from '../../../emulator/chariot/index.js';
import { judge, runJob } from '../../../harness/jobs/chariot-job.js';
import { STORED_TEXTS, type StoredText } from '../../support/stored-texts.js';

/** Selects the same text as a Secret, as a field in two ways, and encoded. */
const LINES = `
  stored
  stored        | TEXT_FILE@file
  holder.text   | FIELD
  holder.*      | ALL_*
  holder.*      | FILES_*@file
  encoded | base64 | DECODED`;

let jobFolder: string;
beforeEach(() => {
  jobFolder = mkdtempSync(join(tmpdir(), 'stored-texts-'));
});
afterEach(() => rmSync(jobFolder, { recursive: true, force: true }));

describe('A text that a program reads as a whole', () => {
  const texts: readonly StoredText[] = Object.values(STORED_TEXTS);

  test.each(texts)('$name passes unchanged through a variable, a file and an output', async ({ text, secrets }) => {
    const settings = [
      secret('stored', text),
      secret('holder', { text }),
      secret('encoded', Buffer.from(text).toString('base64')),
    ];
    const job = await runJob({ settings, jobFolder, inputs: { secrets: LINES, token_variable: 'none' } });
    const fileIn = (path = 'none') => readFileSync(path, 'utf8');
    const { TEXT_FILE, FILES_TEXT, ...variables } = Object.fromEntries(job.variables);
    const plain = ['stored', 'FIELD', 'ALL_TEXT', 'DECODED'];

    expect(judge(job, secrets)).toMatchObject({ exitCode: 0, problems: [] });
    expect(variables).toEqual({ STORED: text, FIELD: text, ALL_TEXT: text, DECODED: text });
    expect([fileIn(TEXT_FILE), fileIn(FILES_TEXT)]).toEqual([text, text]);
    expect(plain.map((name) => job.outputs.get(name))).toEqual(plain.map(() => text));
    expect(JSON.parse(job.outputs.get('secrets') ?? '')).toEqual(Object.fromEntries(plain.map((name) => [name, text])));
  });
});
