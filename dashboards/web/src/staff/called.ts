import type { Schemas } from "../api/client.ts";

/** What somebody is called here: by name, or by the id where the reader may not know it. */
export const called = ({ id, name }: Schemas["Staff"]): string => (name ? `${name.given} ${name.family}` : id);
