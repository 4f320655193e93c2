import { createServer } from "node:net";
import { Aedes } from "aedes";

/** Bare aedes in a process of its own: any client, in-memory persistence, nobody subscribed. */
const broker = await Aedes.createBroker({ queueLimit: 10_000 });
const server = createServer(broker.handle);
server.listen(0, "127.0.0.1", 4096, () => process.send!((server.address() as { port: number }).port));
process.once("disconnect", () => process.exit(0));
