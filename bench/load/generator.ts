import { once } from "node:events";
import { type Client, openClient } from "./client.ts";
import type { Job, Outcome } from "./job.ts";
import { hubOf, messageOf, secretOf, sending } from "./readings.ts";

/** The load generator's own process: takes one job as its argument, sends it, prints the outcome as JSON. */

type Sender = {
  readonly client: Client;
  readonly inFlight: Map<number, number>;
  sendNext: () => boolean;
  sent: number;
};

const job = JSON.parse(process.argv[2]!) as Job;
const latencies: number[] = [];
let sent = 0;
let acknowledged = 0;
let receipts = 0;
let lastAcknowledged = 0;
let closing = false;

async function openSenders(): Promise<Sender[]> {
  const senders: Sender[] = [];
  const homes = Array.from({ length: job.homes.to - job.homes.from }, (_, index) => job.homes.from + index);
  // Some hundred at a time: the listening queue of the system is short.
  for (let at = 0; at < homes.length; at += 200) {
    senders.push(...(await Promise.all(homes.slice(at, at + 200).map(openSender))));
  }
  return senders;
}

async function openSender(home: number): Promise<Sender> {
  const message = messageOf(home, job.readingsPerMessage);
  const inFlight = new Map<number, number>();
  let onFree = (): void => {};
  const client = await openClient(job.port, hubOf(home), secretOf(home), job.receipts, {
    onAcknowledged(packetId) {
      const began = inFlight.get(packetId);
      if (began === undefined) throw new Error(`PUBACK for ${packetId}, which is not waiting`);
      inFlight.delete(packetId);
      acknowledged += 1;
      lastAcknowledged = performance.now();
      latencies.push(lastAcknowledged - began);
      onFree();
    },
    onReceipt: () => (receipts += 1),
    onClose: () => {
      if (!closing) throw new Error(`${hubOf(home)}: the broker closed the connection`);
    },
  });
  const sender: Sender = {
    client,
    inFlight,
    sent: 0,
    sendNext() {
      if (inFlight.size >= job.window) return false;
      const number = job.firstNumber + sender.sent;
      const packetId = (number % 65_535) + 1;
      const heavy = job.findings > 0 && (number * 1009 + home) % Math.round(1 / job.findings) === 0;
      const packet = sending(message, packetId, number, job.at + sender.sent * job.every, heavy);
      sender.sent += 1;
      sent += 1;
      inFlight.set(packetId, performance.now());
      client.send(packet);
      return true;
    },
  };
  onFree = () => {
    if (job.rate === undefined && mayGoOn(sender)) sender.sendNext();
  };
  return sender;
}

let ends = Infinity;
const mayGoOn = (sender: Sender): boolean =>
  job.messages === undefined ? performance.now() < ends : sender.sent < job.messages;

/** Sends at a steady rate, each home in its turn; what finds its home's window full waits for the next. */
async function pace(senders: readonly Sender[], rate: number): Promise<void> {
  const began = performance.now();
  for (let turn = 0; performance.now() < ends; ) {
    let missing = Math.floor(((performance.now() - began) / 1000) * rate) - sent;
    for (let tried = 0; missing > 0 && tried < senders.length; tried += 1) {
      if (senders[turn++ % senders.length]!.sendNext()) missing -= 1;
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const connecting = performance.now();
const senders = await openSenders();
const began = performance.now();
ends = job.seconds === undefined ? Infinity : began + job.seconds * 1000;
const cpu = process.cpuUsage();
if (job.rate === undefined) {
  for (const sender of senders) while (mayGoOn(sender) && sender.sendNext());
} else {
  await pace(senders, job.rate);
}
while (senders.some((sender) => mayGoOn(sender) || sender.inFlight.size > 0)) {
  await new Promise((resolve) => setTimeout(resolve, 5));
}
const own = process.cpuUsage(cpu);
const seconds = sent === 0 ? 0 : (lastAcknowledged - began) / 1000;
latencies.sort((a, b) => a - b);
const outcome: Outcome = {
  sent,
  acknowledged,
  receipts,
  seconds,
  connectSeconds: (began - connecting) / 1000,
  ownCore: seconds === 0 ? 0 : (own.user + own.system) / 1e6 / seconds,
  puback: { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), max: latencies.at(-1) ?? 0 },
};
process.send!(outcome);
if (job.hold) await once(process, "message");
closing = true;
for (const { client } of senders) client.close();
process.exit(0);
