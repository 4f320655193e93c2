import type { Random } from "../../simulators/random.ts";
import type { Clock } from "../../src/clock.ts";
import { connectPublisher, type Publisher } from "./publisher.ts";
import { drawReading, type SentReading, usualWeights } from "./readings.ts";
import { HOMES, hubOf, secretOf } from "./region.ts";

/** A message, and whether its PUBACK came. */
type Message = { readonly payload: Uint8Array; readonly readings: readonly SentReading[]; acknowledged: boolean };

/** What was sent, what was acknowledged: the account that the store is held against. */
export type Books = {
  readonly sent: ReadonlyMap<string, SentReading>;
  readonly acknowledged: ReadonlySet<string>;
};

/** A reading's name in the books. */
export const keyOf = ({ home, kind, measuredAt }: Pick<SentReading, "home" | "kind" | "measuredAt">): string =>
  `${home}/${kind}/${measuredAt}`;

/** When to end a life of the platform, and how hard to press it. */
export type Life = {
  readonly port: number;
  /** Called once, after that many PUBACKs; 0: as soon as the first messages have been written. */
  readonly end: () => void;
  readonly acknowledgements: number;
  /** Messages each hub keeps in flight. */
  readonly window: number;
};

/** The homes of a run. They remember across the platform's lives what has not been acknowledged, and send it again. */
export type Load = {
  readonly books: Books;
  /** Publishes until `end` has been called and every connection is gone. */
  live(life: Life): Promise<void>;
  /** Sends what has not been acknowledged, nothing new, until everything is. */
  settle(port: number): Promise<void>;
};

/**
 * @param random where every choice comes from
 * @param clock what the homes' devices date their readings by
 */
export function createLoad(random: Random, clock: Clock): Load {
  const sent = new Map<string, SentReading>();
  const acknowledged = new Set<string>();
  const homes = Array.from({ length: HOMES }, (_, home) => createHome(home));
  let lives = 0;

  function createHome(home: number) {
    const hub = hubOf(home);
    const draw = random.sub(hub);
    let messages = 0;
    let instant = 0;
    /** Sent in an earlier life and not acknowledged: goes out first. */
    let owed: Message[] = [];
    const done: Message[] = [];

    const compose = (items: readonly SentReading[]): Message => {
      for (const reading of items) sent.set(keyOf(reading), reading);
      const body = { id: `m${messages++}`, device: items[0]!.device, readings: items.map(({ item }) => item) };
      return { payload: Buffer.from(JSON.stringify(body)), readings: items, acknowledged: false };
    };

    /** Its own millisecond for each reading; each sixteen of them in a muddle, as a device's memory may come. */
    const nextInstant = (): number => {
      instant = Math.max(instant + 1, clock.now());
      return Number(BigInt(instant) ^ 0b1011n);
    };

    function compileNew(): Message {
      const model = draw.choice(["scale", "cuff", "oximeter"] as const);
      const size = draw.chance(0.6) ? 1 : draw.chance(0.9) ? draw.integer(2, 8) : draw.integer(20, 60);
      const fresh = Array.from({ length: size }, () => drawReading(draw, model, home, nextInstant()));
      // A device that sends part of its memory again, with new readings, under a new message id.
      const again = done.length > 0 && draw.chance(0.06) ? draw.choice(done).readings : [];
      return compose(again[0]?.device === fresh[0]!.device ? [...again.slice(0, 5), ...fresh] : fresh);
    }

    function next(inFlight: readonly Message[], mayMakeNew: boolean): Message | undefined {
      const first = owed.shift();
      if (first || !mayMakeNew) return first;
      if (done.length > 0 && draw.chance(0.08)) return draw.choice(done);
      if (inFlight.length > 0 && draw.chance(0.03)) return draw.choice(inFlight);
      return compileNew();
    }

    owed.push(compose(usualWeights(home, clock.now())));
    /** The days before must be known before anything is compared with them. */
    const usual = owed[0]!;

    /** One connection: keeps `window` messages in flight while `isOn`. */
    return async function connect(
      port: number,
      window: number,
      isOn: () => boolean,
      onAck: () => void,
      mayMakeNew: boolean,
    ) {
      const inFlight = new Map<number, Message>();
      let packetId = 0;
      let publisher: Publisher | undefined;

      const pump = (): void => {
        if (!publisher) return;
        while (isOn() && inFlight.size < window) {
          if (!usual.acknowledged && inFlight.size > 0) return;
          const message = next([...inFlight.values()].slice(-20), mayMakeNew && usual.acknowledged);
          if (!message) return;
          packetId = (packetId % 65_535) + 1;
          inFlight.set(packetId, message);
          // Some clients set DUP on what they send again, some begin anew with the same bytes.
          publisher.publish(packetId, `hv/v1/${hub}/readings`, message.payload, draw.chance(0.5));
        }
      };
      publisher = await connectPublisher(port, { hub, secret: secretOf(home), listens: home % 2 === 0 }, (id) => {
        const message = inFlight.get(id);
        if (!message) throw new Error(`${hub}: PUBACK ${id} for nothing`);
        inFlight.delete(id);
        if (!message.acknowledged) done.push(message);
        message.acknowledged = true;
        for (const reading of message.readings) acknowledged.add(keyOf(reading));
        onAck();
        pump();
      });
      pump();
      return {
        owes: () => owed.length + inFlight.size,
        close: publisher.close,
        /** The connection has gone; what it leaves unacknowledged is owed, each message once. */
        closed: publisher.closed.then(() => {
          owed = [...new Set([...owed, ...inFlight.values()].filter((message) => !message.acknowledged))];
        }),
      };
    };
  }

  return {
    books: { sent, acknowledged },
    async live({ port, end, acknowledgements, window }) {
      lives += 1;
      let seen = 0;
      let on = true;
      const stop = (): void => {
        if (!on) return;
        on = false;
        end();
      };
      const onAck = (): void => {
        seen += 1;
        if (seen >= acknowledgements) stop();
      };
      const connections = await Promise.all(homes.map((connect) => connect(port, window, () => on, onAck, true)));
      if (acknowledgements === 0) stop();
      await Promise.all(connections.map(({ closed }) => closed));
      if (on) throw new Error(`life ${lives}: the platform closed every connection after ${seen} acknowledgements`);
    },
    async settle(port) {
      const settled = Promise.withResolvers<void>();
      const connections: Awaited<ReturnType<(typeof homes)[number]>>[] = [];
      const look = (): void => {
        if (connections.length === HOMES && connections.every(({ owes }) => owes() === 0)) settled.resolve();
      };
      connections.push(...(await Promise.all(homes.map((connect) => connect(port, 100, () => true, look, false)))));
      look();
      const early = connections.map(async ({ closed }) => {
        await closed;
        throw new Error("the platform closed a connection with messages still unacknowledged");
      });
      await Promise.race([settled.promise, ...early]);
      for (const { close } of connections) close();
      await Promise.all(connections.map(({ closed }) => closed));
    },
  };
}
