import { describe, expect, test } from '@jest/globals';
import { ActionError, type ErrorDetails, type Layer } from '../../../src/errors.js';
import { howFar, type Stage } from '../../../src/failure/how-far.js';
import { createJournal, type Journal } from '../../../src/failure/journal.js';
import type { RunPart } from '../../../src/ports.js';
import { fakePorts, settingsOf } from '../../support/fake-ports.js';

const { log } = fakePorts(() => Promise.reject(new Error('no network')));

/** A journal of a run with checked inputs, whose parts were done; the last one failed if `fails`. */
async function journalOf(parts: readonly RunPart[], { fails = true, secrets = 'a' } = {}): Promise<Journal> {
  const journal = createJournal(log);
  journal.begin(settingsOf({ project_id: 'p', secrets }));
  for (const part of parts) {
    const isLast = part === parts.at(-1);
    const work = () => (fails && isLast ? Promise.reject(new Error('failed')) : Promise.resolve());
    await journal.track(part, work).catch(() => undefined);
  }
  return journal;
}

const requestTo = (href: string, layer: Layer | undefined): ErrorDetails => ({
  request: { text: `GET ${href}`, url: new URL(href), layer },
});

const shown = (stages: readonly Stage[]): string =>
  stages
    .map(
      ({ name, isFailed, layers }) => `${isFailed ? '!' : ''}${name}${layers.length > 0 ? `(${shown(layers)})` : ''}`,
    )
    .join(' ');

describe('howFar', () => {
  test('Without checked inputs, the inputs are wrong', () => {
    expect(shown(howFar(createJournal(log), new ActionError('input_invalid', 'm'), {}))).toBe('!inputs');
  });

  test.each<[parts: readonly RunPart[], expected: string]>([
    [['login'], 'inputs !login'],
    [['login', 'list'], 'inputs login !list of Secrets'],
    [['login', 'list', 'decrypt'], 'inputs login list of Secrets !decryption'],
    [['login', 'whoami'], 'inputs login !whoami'],
  ])('If the last of the parts %j failed, the stages are: %s', async (parts, expected) => {
    expect(shown(howFar(await journalOf(parts), new ActionError('server_failed', 'm'), {}))).toBe(expected);
  });

  test.each<
    [parts: readonly RunPart[], secrets: string, code: 'name_refused' | 'publication_failed', expected: string]
  >([
    [[], 'a', 'name_refused', 'inputs !preparation'],
    [['login', 'list'], 'a', 'name_refused', 'inputs login list of Secrets !choice of the Secrets'],
    [
      ['login', 'list', 'decrypt'],
      'a',
      'name_refused',
      'inputs login list of Secrets decryption !check of the results',
    ],
    [['login'], '', 'publication_failed', 'inputs login !export'],
    [['login', 'list', 'decrypt'], 'a', 'publication_failed', 'inputs login list of Secrets decryption !export'],
  ])('If none of the parts %j failed, with the lines "%s" and the code %s, the stages are: %s', async (...row) => {
    const [parts, secrets, code, expected] = row;
    const journal = await journalOf(parts, { fails: false, secrets });

    expect(shown(howFar(journal, new ActionError(code, 'm'), {}))).toBe(expected);
  });

  test('A part that another failure stopped is not shown as done', async () => {
    const journal = await journalOf(['login'], { fails: false });
    void journal.track('list', () => new Promise(() => undefined));
    await journal.track('whoami', () => Promise.reject(new Error('failed'))).catch(() => undefined);

    expect(shown(howFar(journal, new ActionError('invalid_token', 'm'), {}))).toBe('inputs login !whoami');
  });

  test.each<[href: string, layer: Layer | undefined, proxy: string | undefined, expected: string]>([
    ['https://h/', 'name', undefined, '(!name)'],
    ['https://h/', 'TCP', undefined, '(name !TCP)'],
    ['https://h/', 'TLS', undefined, '(name TCP !TLS)'],
    ['https://h/', 'answer', undefined, '(name TCP TLS !answer)'],
    ['http://h/', 'answer', undefined, '(name TCP !answer)'],
    ['http://h/', 'TLS', undefined, '(name TCP !TLS)'],
    ['https://h/', 'proxy', 'http://p:3128', '(!proxy)'],
    ['https://h/', 'TLS', 'http://p:3128', '(proxy !TLS)'],
    ['https://h/', 'answer', 'http://p:3128', '(proxy TLS !answer)'],
    ['https://h/', undefined, undefined, ''],
  ])('A request to %s that ended in the layer %s, with the proxy %s, passed: %s', async (...row) => {
    const [href, layer, proxy, expected] = row;
    const error = new ActionError('server_unreachable', 'm', requestTo(href, layer));
    const environment = proxy === undefined ? {} : { https_proxy: proxy };

    expect(shown(howFar(await journalOf(['login']), error, environment))).toBe(`inputs !login${expected}`);
  });
});
