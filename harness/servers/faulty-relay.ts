import { connect, createServer, type Socket } from 'node:net';
import { type Listening, listenOn } from './listening.js';

/** What can happen to an event: it never arrives, arrives later, or arrives in another form. */
export type RelayFaultKind = keyof typeof EFFECTS;

/** A fault of one event. Events are counted from 1; a fault that changes bytes counts only events that have bytes. */
export interface RelayFault {
  readonly kind: RelayFaultKind;
  readonly at: number;
  /** Where `flip` changes a bit: the part of the bytes before it, from 0 to 1, and the bit. Default: the last bit in the middle. */
  readonly place?: number;
  readonly bit?: number;
}

/** An event between client and server: a connection, bytes in one direction, or the end of one direction. */
export interface RelayEvent {
  readonly kind: 'connection' | 'request' | 'answer' | 'end';
  /** The bytes that were sent, and what arrived of them at once; empty for an event without bytes. */
  readonly sent: Buffer;
  arrived: Buffer;
}

/** A relay between a client and a server that harms one event. */
export interface FaultyRelay extends Listening {
  /** Everything that happened, in this order. */
  readonly events: readonly RelayEvent[];
  /** The event that was harmed; undefined if the fault had a larger number than the last event. */
  harmed(): RelayEvent | undefined;
}

interface Link {
  readonly client: Socket;
  readonly server: Socket;
  isSilent: boolean;
  /** What happens after a pause, in this order: the end of a stream does not wait until its socket is resumed. */
  waiting: (() => void)[] | undefined;
  /** An answer that arrives a second time after the next request. */
  late: Buffer | undefined;
}

interface Effect {
  readonly event: RelayEvent;
  readonly link: Link;
  readonly fault: RelayFault;
  /** Lets these bytes, or the event itself, arrive. */
  readonly pass: (bytes?: Buffer) => void;
}

/** How long a short delay takes, in ms. */
const PAUSE_MS = 50;

const EFFECTS = {
  reset({ link }: Effect) {
    link.client.resetAndDestroy();
    link.server.resetAndDestroy();
  },
  close({ link }: Effect) {
    link.client.end();
    link.server.destroy();
    link.isSilent = true;
  },
  silence({ link }: Effect) {
    link.isSilent = true;
  },
  pause({ link, pass }: Effect) {
    link.waiting = [];
    setTimeout(() => {
      const { waiting = [] } = link;
      link.waiting = undefined;
      pass();
      for (const happen of waiting) happen();
    }, PAUSE_MS);
  },
  flip({ event, pass, fault: { place = 0.5, bit = 0 } }: Effect) {
    const bytes = Buffer.from(event.sent);
    const index = Math.floor(place * bytes.length);
    bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
    pass(bytes);
  },
  truncate({ event, link, pass }: Effect) {
    pass(event.sent.subarray(0, event.sent.length / 2));
    link.client.end();
    link.server.end();
    link.isSilent = true;
  },
  duplicate: ({ event, pass }: Effect) => pass(Buffer.concat([event.sent, event.sent])),
  /** The bytes arrive, and a copy of an answer arrives as if it were the answer to the next request. */
  stale({ event, link, pass }: Effect) {
    link.late = event.kind === 'answer' ? event.sent : undefined;
    pass();
  },
} as const;

/** All faults; those of the second list change bytes. */
export const LOSING_FAULTS = ['reset', 'close', 'silence', 'pause'] as const;
export const CHANGING_FAULTS = ['flip', 'truncate', 'duplicate', 'stale'] as const;

/** Starts a relay to a port of this machine. */
export async function startFaultyRelay(target: number, fault?: RelayFault): Promise<FaultyRelay> {
  const events: RelayEvent[] = [];
  const upstreams: Socket[] = [];
  const needsBytes = CHANGING_FAULTS.some((kind) => kind === fault?.kind);
  let left = fault?.at ?? 0;
  let harmed: RelayEvent | undefined;
  const happen: Happen = (event, link, arrive) => {
    if (link.waiting !== undefined) return void link.waiting.push(() => happen(event, link, arrive));
    events.push(event);
    if (link.isSilent) return;
    const pass = (bytes = event.sent) => {
      event.arrived = bytes;
      arrive(bytes);
    };
    if (needsBytes && event.sent.length === 0) return void pass();
    left -= 1;
    if (fault === undefined || left !== 0) return void pass();
    harmed = event;
    EFFECTS[fault.kind]({ event, link, fault, pass });
  };
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) => {
    const upstream = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
    upstreams.push(upstream);
    const link: Link = { client, server: upstream, isSilent: false, waiting: undefined, late: undefined };
    upstream.once('connect', () => happen(eventOf('connection'), link, () => joinEnds(link, happen)));
  });
  return { ...(await listenOn(server, '127.0.0.1', upstreams)), events, harmed: () => harmed };
}

type Happen = (event: RelayEvent, link: Link, arrive: (bytes: Buffer) => void) => void;

const eventOf = (kind: RelayEvent['kind'], sent: Buffer = Buffer.alloc(0)): RelayEvent => ({
  kind,
  sent,
  arrived: Buffer.alloc(0),
});

function joinEnds(link: Link, happen: Happen): void {
  const { client, server } = link;
  for (const [from, to, kind] of [
    [client, server, 'request'],
    [server, client, 'answer'],
  ] as const) {
    from.on('data', (bytes: Buffer) => happen(eventOf(kind, bytes), link, (arrived) => write(link, to, arrived)));
    from.on('end', () => happen(eventOf('end'), link, () => void to.end()));
    from.on('error', () => to.destroy());
  }
  client.resume();
}

function write(link: Link, to: Socket, bytes: Buffer): void {
  if (to.writable) to.write(bytes);
  if (to === link.client || link.late === undefined) return;
  link.client.write(link.late);
  link.late = undefined;
}
