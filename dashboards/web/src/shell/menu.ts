import type { Session } from "../api/session.tsx";

type Role = Session["staff"]["role"];
type Item = { readonly to: string; readonly word: string; readonly roles: readonly Role[] };
const admin: readonly Role[] = ["admin"];
const team: readonly Role[] = ["nurse", "physician", "technician"];
const clinical: readonly Role[] = ["nurse", "physician"];

/** The main menu: where it leads, its word among this folder's, and for whom it is. */
export const menu = [
  { to: "/worklist", word: "worklist", roles: team },
  { to: "/devices", word: "devices", roles: team },
  { to: "/teams", word: "teams", roles: team },
  { to: "/staff", word: "staff", roles: admin },
  { to: "/follow-up", word: "followUp", roles: clinical },
] as const satisfies readonly Item[];
