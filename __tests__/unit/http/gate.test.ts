import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { type Gate, openGate, type Ticket } from '../../../src/http/gate.js';

afterEach(() => void jest.useRealTimers());

/** Lets so many requests ask for a place, and collects the tickets of those that got one. */
async function ask(gate: Gate, count: number): Promise<Ticket[]> {
  const tickets: Ticket[] = [];
  for (let index = 0; index < count; index += 1) void gate.enter().then((ticket) => tickets.push(ticket));
  await Promise.resolve();
  return tickets;
}

describe('openGate', () => {
  test('A gate admits as many requests as it is wide, and another one for each that leaves', async () => {
    const gate = openGate(3);
    const inside = await ask(gate, 5);
    expect(inside).toHaveLength(3);
    gate.leave();
    await Promise.resolve();
    expect(inside).toHaveLength(4);
  });

  test('A gate is halved once for all requests that started at the same width', async () => {
    const gate = openGate(8);
    const first = await ask(gate, 8);
    for (const ticket of first) {
      gate.narrow(ticket, 0);
      gate.leave();
    }
    const second = await ask(gate, 10);
    expect(second).toHaveLength(4);
    for (const ticket of second) gate.narrow(ticket, 0);
    expect(second[0]?.width).toBe(4);
    for (const _ of [...second]) gate.leave();
    await Promise.resolve();
    // Of the six that wait, two fit now.
    expect(second).toHaveLength(6);
  });

  test('A gate of width 1 does not become narrower', async () => {
    const gate = openGate(1);
    const [ticket] = await ask(gate, 1);
    gate.narrow(ticket ?? { width: 0 }, 0);
    gate.leave();
    expect(await ask(gate, 2)).toHaveLength(1);
  });

  test('A gate admits no request during a pause that the server asks for', async () => {
    jest.useFakeTimers();
    const gate = openGate(4);
    const [ticket] = await ask(gate, 1);
    gate.narrow(ticket ?? { width: 0 }, 2000);
    gate.leave();
    const later = await ask(gate, 1);
    await jest.advanceTimersByTimeAsync(1999);
    expect(later).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(later).toHaveLength(1);
  });

  test('A closed gate has no timer and admits no request, even if an answer asks for a pause later', async () => {
    jest.useFakeTimers();
    const gate = openGate(2);
    const inside = await ask(gate, 3);
    const [first, second] = inside;
    gate.narrow(first ?? { width: 0 }, 2000);
    gate.close();
    gate.leave();
    gate.narrow(second ?? { width: 0 }, 2000);
    gate.leave();
    expect(jest.getTimerCount()).toBe(0);
    await jest.advanceTimersByTimeAsync(4000);
    expect(inside).toHaveLength(2);
  });
});
