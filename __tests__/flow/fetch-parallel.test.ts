import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { HttpResponse } from '../../src/ports.js';
import { fetchSecrets } from '../../src/secrets/fetch.js';
import { answer, fakePorts, settingsOf, tokenOf } from '../support/fake-ports.js';

/** So many values at most are asked for at the same time. */
const AT_ONCE = 20;

const settingsFor = (count: number) => {
  const lines = Array.from({ length: count }, (_, index) => `secret/Custom/${index} | S${index}`);
  return settingsOf({ project_id: 'p', secrets: lines.join('\n') });
};

/** A server whose answers are given by the test, and the requests that wait for one. */
function slowServer() {
  const waiting: { id: number; give: (response: HttpResponse | Error) => void }[] = [];
  const ports = fakePorts(
    ({ url }) =>
      new Promise((resolve, reject) => {
        const give = (response: HttpResponse | Error) =>
          response instanceof Error ? reject(response) : resolve(response);
        waiting.push({ id: Number(url.pathname.split('/').at(-1)), give });
      }),
  );
  const next = () => {
    const request = waiting.shift();
    if (request === undefined) throw new Error('no request waits');
    return request;
  };
  return { waiting, next, ports };
}

const good = (id: number) => answer({ value: `value-${id}` });

/** Lets everything happen that waits for nothing but its turn. */
const settle = () => sleep(1);

describe('values are asked for in parallel', () => {
  test('but never more than twenty at once, and each as soon as there is room', async () => {
    const { waiting, next, ports } = slowServer();
    const fetching = fetchSecrets(settingsFor(50), tokenOf('t'), ports);
    const seen: number[] = [];
    for (let answered = 0; answered < 50; answered += 1) {
      await settle();
      seen.push(waiting.length);
      const { id, give } = next();
      give(good(id));
    }

    expect((await fetching).results.map(({ value }) => value?.text)).toEqual(
      Array.from({ length: 50 }, (_, id) => `value-${id}`),
    );
    expect(Math.max(...seen)).toBe(AT_ONCE);
    expect(seen.slice(0, 31)).toEqual(Array.from({ length: 31 }, () => AT_ONCE));
    expect(ports.requests()).toHaveLength(50);
  });

  test('and come back in the order of the lines, whoever answers first', async () => {
    const { waiting, ports } = slowServer();
    const fetching = fetchSecrets(settingsFor(3), tokenOf('t'), ports);
    await settle();
    for (const { id, give } of waiting.toReversed()) {
      give(good(id));
      await settle();
    }

    expect((await fetching).results.map(({ value }) => value?.text)).toEqual(['value-0', 'value-1', 'value-2']);
  });
});

describe('behind the first failure', () => {
  test('nothing more is started', async () => {
    const { waiting, next, ports } = slowServer();
    const fetching = fetchSecrets(settingsFor(50), tokenOf('t'), ports);
    await settle();
    next().give(new Error('the first failure'));

    await expect(fetching).rejects.toThrow('the first failure');
    for (const { id, give } of waiting) give(good(id));
    await settle();
    expect(ports.requests()).toHaveLength(AT_ONCE);
  });

  test('nothing more is started, though other answers come in the same moment', async () => {
    const { waiting, next, ports } = slowServer();
    const fetching = fetchSecrets(settingsFor(50), tokenOf('t'), ports);
    await settle();
    next().give(answer({}, { status: 403 }));
    for (const { id, give } of waiting) give(good(id));

    await expect(fetching).rejects.toMatchObject({ code: 'permission_denied' });
    await settle();
    expect(ports.requests()).toHaveLength(AT_ONCE);
  });

  test('values that still arrive are masked all the same, and further failures do no harm', async () => {
    const { waiting, next, ports } = slowServer();
    const fetching = fetchSecrets(settingsFor(4), tokenOf('t'), ports);
    await settle();
    next().give(new Error('the first failure'));
    await expect(fetching).rejects.toThrow('the first failure');

    const [second, third, fourth] = waiting;
    second?.give(good(1));
    third?.give(new Error('the second failure'));
    fourth?.give(good(3));
    await settle();

    expect(ports.masked()).toEqual(['value-1', 'value-3']);
    expect(ports.said('info')).toEqual([]);
  });
});
