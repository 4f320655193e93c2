import { hash } from "@node-rs/argon2";
import type { Role } from "../../src/domain/people.ts";
import { type Platform, password } from "../helpers/platform.ts";

/**
 * Adds those that the small region lacks: physician `doris` (teams night and north), technician `ture` (north) and
 * administrator `alva` (north), with everybody's password.
 */
export async function addPeople({ app, clock }: Pick<Platform, "app" | "clock">): Promise<void> {
  const passwordHash = await hash(password.normalize("NFKC"), { memoryCost: 8, timeCost: 1 });
  const person = (id: string, role: Role, teams: string[]) => ({
    id,
    username: id,
    passwordHash,
    role,
    name: { given: id, family: "Prov" },
    teams,
    loopbackOnly: false,
    digest: `${id} at ${clock.now()}`,
  });
  const staff = [
    person("doris", "physician", ["night", "north"]),
    person("ture", "technician", ["north"]),
    person("alva", "admin", ["north"]),
  ];
  const nothing = {
    teams: [],
    patients: [],
    plans: [],
    hubs: [],
    devices: [],
    rota: [],
    responsibilities: [],
    assignments: [],
  };
  await app.ledger.submit({ kind: "region-import", actor: "import", region: { ...nothing, staff } });
}
