import type { Command } from "commander";
import {
  change,
  command,
  type Device,
  deviceTable,
  group,
  history,
  holders,
  lifeCommands,
  pathOf,
  type Shared,
  say,
} from "./equipment.ts";

/** `hemvakt device`: devices behind hubs of a running platform. */
export function deviceCommand(): Command {
  const device = group("device", "Register, lend and follow devices behind hubs of a running platform");
  for (const one of [list(), show(), register(), move(), ...lifeCommands("device")]) device.addCommand(one);
  return device;
}

const list = (): Command =>
  command("list", "List devices: where they are, battery, and when they were last heard of")
    .option("--hub <id>", "only those behind this hub")
    .option("--place <place>", "only those in stock, lent, repair, lost, retired or recalled (to be fetched)")
    .action(({ hub, place, ...shared }: Shared & { hub?: string; place?: string }) =>
      say(shared, async (api) => {
        const all = await api.all<Device>(`devices${hub === undefined ? "" : `?hub=${encodeURIComponent(hub)}`}`);
        const devices = all.filter((device) => place === undefined || device.place === place);
        return { json: devices, lines: deviceTable(devices) };
      }),
    );

const show = (): Command =>
  command("show", "Show a device and who has it")
    .argument("<device>")
    .option("--history", "what has happened to it instead, newest first")
    .action((id: string, { history: wanted, ...shared }: Shared & { history?: boolean }) =>
      say(shared, async (api) => {
        if (wanted) return history(api, "device", id);
        const device = await api.get<Device>(pathOf("device", id));
        const lent = device.place === "lent" ? await holders(api, [id]) : [];
        return { json: device, lines: [...deviceTable([device]), ...lent] };
      }),
    );

const register = (): Command =>
  command("register", "Register a device behind a hub")
    .argument("<device>", "its id, as the hub calls it")
    .requiredOption("--hub <id>", "the hub that it sends through")
    .requiredOption("--model <id>", "what it is: docs/devices.md lists the models")
    .action((id: string, { hub, model, ...shared }: Shared & { hub: string; model: string }) =>
      say(shared, async (api) => ({
        json: await api.post("devices", { id, hub, model }),
        lines: [`${id} is registered behind ${hub}.`],
      })),
    );

const move = (): Command =>
  command("move", "Put a device behind another hub; whoever has it keeps it")
    .argument("<device>")
    .argument("<hub>")
    .action((id: string, hub: string, shared: Shared) =>
      say(shared, async (api) => ({
        json: await change(api, "device", id, "move", { hub }),
        lines: [`${id} is behind ${hub}.`],
      })),
    );
