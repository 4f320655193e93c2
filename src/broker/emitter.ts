import { hubOfTopic, matches } from "./topics.ts";

/** The parts of aedes' packets that pass through here. */
export type EmittedPacket = { readonly topic: string; readonly brokerCounter?: number };
type Deliver = (packet: EmittedPacket, done: () => void) => void;
type Done = (error?: Error | null) => void;

/**
 * Carries published messages to subscriptions: aedes' `mq` option, filed by hub. A message is only ever compared with
 * the subscriptions of the hub whose tree it lies in, so one hub can't hear another, and a message that nobody
 * listens to costs one look-up however many hubs are connected. aedes' own `$SYS` messages go nowhere.
 */
export class HubEmitter {
  readonly #byHub = new Map<string, Map<string, Set<Deliver>>>();

  on(filter: string, deliver: Deliver, done?: Done): void {
    const hub = hubOfTopic(filter);
    if (hub !== undefined) {
      const filters = this.#byHub.get(hub) ?? new Map<string, Set<Deliver>>();
      this.#byHub.set(hub, filters);
      filters.set(filter, (filters.get(filter) ?? new Set<Deliver>()).add(deliver));
    }
    done?.();
  }

  removeListener(filter: string, deliver: Deliver, done?: Done): void {
    const hub = hubOfTopic(filter);
    const filters = hub === undefined ? undefined : this.#byHub.get(hub);
    const delivers = filters?.get(filter);
    if (hub !== undefined && filters && delivers?.delete(deliver)) {
      if (delivers.size === 0) filters.delete(filter);
      if (filters.size === 0) this.#byHub.delete(hub);
    }
    done?.();
  }

  /** Hands a message to each matching subscription; `done` when all have taken it. */
  emit(packet: EmittedPacket, done: Done = () => {}): void {
    const filters = this.#byHub.get(hubOfTopic(packet.topic) ?? "");
    const delivers: Deliver[] = [];
    for (const [filter, set] of filters ?? []) if (matches(filter, packet.topic)) delivers.push(...set);
    let left = delivers.length;
    if (left === 0) return done();
    for (const deliver of delivers) {
      // Without its number aedes gives each copy a new one. With it, aedes drops whatever overtook on the way here
      // (QoS 1 takes one step more than QoS 0) as a duplicate, and a receipt would be lost. A copy per matching
      // subscription, each with that subscription's QoS, is what [MQTT-3.3.5-1] allows.
      deliver({ ...packet, brokerCounter: 0 }, () => {
        left -= 1;
        if (left === 0) done();
      });
    }
  }

  close(done: Done): void {
    this.#byHub.clear();
    done();
  }
}
