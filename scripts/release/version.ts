import { type Finding, findingOf } from './finding.js';

/** Where a version is written, and what it is there. */
export type Versions = Readonly<Record<string, string>>;

/** A section of CHANGELOG.md: its version, its date, and its text without the heading. */
export interface Section {
  readonly version: string;
  readonly date: string | undefined;
  readonly text: string;
}

/** Reads the first section of CHANGELOG.md, whose heading is `## 1.2.3 (2026-12-31)`. */
export function newestSection(changelog: string): Section {
  const [heading = '', ...lines] = (changelog.split(/^## /m)[1] ?? '').split('\n');
  const [, version = heading, date] = /^(\S+)(?: \((\d{4}-\d\d-\d\d)\))?$/.exec(heading) ?? [];
  return { version, date, text: lines.join('\n').trim() };
}

/** Checks that every file names the same version, and that it is the version of the tag, if there is a tag. */
export function checkVersions(versions: Versions, tag: string | undefined): Finding {
  const [version = ''] = Object.values(versions);
  const shown = Object.entries(versions).map(([file, each]) => `${file}: ${each}`);
  const problems = [
    ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : [`"${version}" is not a version such as 1.2.3`]),
    ...(new Set(Object.values(versions)).size === 1 ? [] : ['The files name different versions:', ...shown]),
    ...(tag === undefined || tag === `v${version}` ? [] : [`The tag is ${tag}, the version is ${version}`]),
  ];
  return findingOf('Version', problems, `${version} (${Object.keys(versions).join(', ')})`);
}

/** Checks the date and the notes of the section of CHANGELOG.md for this version. */
export function checkSection({ date, text }: Section, today: string): Finding[] {
  const example = `## 1.2.3 (${today})`;
  const problem = date === undefined ? 'is missing' : date > today ? `${date} is in the future` : undefined;
  const old: Finding = {
    about: 'Date',
    state: 'note',
    text: `${date}, but today is ${today}. Change it, or tag today.`,
  };
  return [
    problem === undefined && date !== today
      ? old
      : findingOf(
          'Date',
          problem === undefined ? [] : [`The date of CHANGELOG.md ${problem}: ${example}`],
          `${date}, today`,
        ),
    findingOf('Notes', text === '' ? ['The section of CHANGELOG.md is empty'] : [], `${text.split('\n').length} lines`),
  ];
}
