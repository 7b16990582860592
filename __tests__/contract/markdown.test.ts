import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import GithubSlugger from 'github-slugger';
import { marked, type Token, type Tokens } from 'marked';
import { projectRoot } from '../../harness/project.js';

/** The Markdown files of the project, by their path from its root. */
const documents = ['.', 'docs', '.github', '.github/ISSUE_TEMPLATE'].flatMap((folder) =>
  readdirSync(join(projectRoot, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join(folder, name)),
);

/** A document as GitHub shows it: the targets of its links and pictures, and the anchors that a link can name. */
interface Read {
  readonly targets: readonly string[];
  readonly anchors: ReadonlySet<string>;
}

/** Reads a Markdown text: the anchors of its headings are made as GitHub makes them, and HTML can set more of them. */
function readMarkdown(text: string): Read {
  const slugger = new GithubSlugger();
  const targets: string[] = [];
  const anchors: string[] = [];
  void marked.walkTokens(marked.lexer(text), (token) => {
    // GitHub also makes a link of an address in a text, which may be an example.
    const isAddress = token.type === 'link' && !token.raw.startsWith('[');
    if ((token.type === 'link' && !isAddress) || token.type === 'image') targets.push(token['href']);
    if (token.type === 'heading') anchors.push(slugger.slug(plainText(token)));
    if (token.type === 'html') {
      targets.push(...attributes(token.raw, 'href|src|srcset'));
      anchors.push(...attributes(token.raw, 'id|name'));
    }
  });
  return { targets, anchors: new Set(anchors) };
}

const read = (document: string) => readMarkdown(readFileSync(join(projectRoot, document), 'utf8'));

/** Returns the text of a heading without its markup. */
function plainText(token: Token): string {
  const { tokens, text = '' } = token as Tokens.Generic;
  return tokens === undefined ? text : tokens.map(plainText).join('');
}

function attributes(html: string, names: string): string[] {
  return [...html.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}

const isExternal = (target: string) => /^[a-z]+:/i.test(target);

/** Why a link of a document is broken, or nothing. */
function problemOf(document: string, target: string): string | undefined {
  if (isExternal(target)) return URL.canParse(target) && target.startsWith('https://') ? undefined : 'is no https URL';
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? document : posix.join(posix.dirname(document), path);
  if (!existsSync(join(projectRoot, file))) return 'leads to no file';
  if (anchor === undefined) return undefined;
  if (!file.endsWith('.md') || statSync(join(projectRoot, file)).isDirectory()) return undefined;
  return read(file).anchors.has(anchor) ? undefined : 'has no such anchor';
}

describe('Links', () => {
  test('A heading has the anchor that GitHub makes, a repeated one gets a number, and HTML can set an id', () => {
    const { anchors, targets } = readMarkdown(
      '# `@docker`, and *more*\n\n## Twice\n\n## Twice\n\n<a id="own"></a>\n\n[a](b.md#c) ![p](d.png) http://example.com\n',
    );

    expect([...anchors]).toEqual(['docker-and-more', 'twice', 'twice-1', 'own']);
    expect(targets).toEqual(['b.md#c', 'd.png']);
  });

  test.each([
    ['CONTRIBUTING.md', 'docs/no-such-file.md', 'leads to no file'],
    ['docs/secrets.md', '../README.md#no-such-heading', 'has no such anchor'],
    ['README.md', '#no-such-heading', 'has no such anchor'],
    ['README.md', 'http://example.com', 'is no https URL'],
    ['docs/secrets.md', 'troubleshooting.md#secret_not_found', undefined],
    ['README.md', 'https://example.com/page#part', undefined],
  ])('In %s, the link %s is judged: %s', (document, target, problem) => {
    expect(problemOf(document, target)).toBe(problem);
  });

  test.each(documents)('Every link in %s leads to a file and to an anchor', (document) => {
    const { targets } = read(document);
    const broken = targets.flatMap((target) => {
      const problem = problemOf(document, target);
      return problem === undefined ? [] : [`${target} ${problem}`];
    });

    expect(broken).toEqual([]);
  });
});

describe('The documents', () => {
  test('The README, or a document that it links, leads to every document', () => {
    const reached = new Set(['README.md', 'CHANGELOG.md']);
    for (const document of reached) {
      for (const target of documents.includes(document) ? read(document).targets : []) {
        if (!isExternal(target)) reached.add(posix.join(posix.dirname(document), target.split('#')[0] ?? ''));
      }
    }

    expect(documents.filter((document) => !document.startsWith('.github/') && !reached.has(document))).toEqual([]);
  });

  test('No document has two headings with the same text, since their anchors would change with their order', () => {
    const twice = documents
      .filter((document) => document !== 'CHANGELOG.md')
      .flatMap((document) => {
        const { anchors } = read(document);
        return [...anchors].filter((anchor) => anchors.has(anchor.replace(/-1$/, '')) && anchor.endsWith('-1'));
      });

    expect(twice).toEqual([]);
  });
});

/** Words of the table in CONTRIBUTING.md that a pattern can find, and what to write. Others depend on the sentence. */
const WORDS: readonly (readonly [not: RegExp, write: string])[] = [
  [/\bat hand\b/i, 'supplied, existing'],
  [/\b(?:give|gives|given|hand|hands|handed) (?:out|over)\b/i, 'export, publish'],
  [/\bforeign\b/i, 'untrusted'],
  [/\bstands? (?:in|for|behind)\b/i, 'is in, represents, follows'],
  [/\b(?:anew|heed|shall)\b/i, 'again, handle, must'],
];

describe('Words', () => {
  test.each(documents)('%s uses the words of the project', (document) => {
    const lines = readFileSync(join(projectRoot, document), 'utf8').split('\n');
    const prose = document === 'CONTRIBUTING.md' ? lines.filter((line) => !line.startsWith('|')) : lines;
    const wrong = WORDS.flatMap(([not, write]) =>
      prose.filter((line) => not.test(line)).map((line) => `${line.trim()} (write: ${write})`),
    );

    expect(wrong).toEqual([]);
  });
});

describe('docs/decisions.md', () => {
  const entries = readFileSync(join(projectRoot, 'docs', 'decisions.md'), 'utf8')
    .split(/^(?=###? )/m)
    .filter((entry) => entry.startsWith('### '))
    .map((entry) => entry.split('\n').filter((line) => line !== ''));

  test('Every decision is a question with an answer of at most five lines', () => {
    const wrong = entries.filter(
      ([question = '', ...answer]) => !question.endsWith('?') || ![1, 2, 3, 4, 5].includes(answer.length),
    );

    expect(entries.length).toBeGreaterThan(50);
    expect(wrong.map(([question]) => question)).toEqual([]);
  });
});
