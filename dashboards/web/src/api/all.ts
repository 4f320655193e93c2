import { useQuery } from "@tanstack/react-query";
import { api, type Schemas } from "./client.ts";

type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

/** Every page of a list, one after the other. @param read gives the page at a cursor, the first without one */
export async function readAll<Item>(read: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}

const after = (cursor: string | undefined) => ({ limit: 200, ...(cursor === undefined ? {} : { cursor }) });

/** All hubs with their devices that the reader's teams have. */
export const useHubs = () =>
  useQuery({
    queryKey: ["hubs"],
    queryFn: () =>
      readAll<Schemas["Hub"]>(async (cursor) => {
        const { data } = await api.GET("/api/v1/hubs", { params: { query: after(cursor) } });
        return data ?? { items: [], next: null };
      }),
  });

/** All patients whom the reader's teams see; technicians get them without names. */
export const usePatients = (enabled = true) =>
  useQuery({
    queryKey: ["patients"],
    enabled,
    queryFn: () =>
      readAll<Schemas["PatientSummary"]>(async (cursor) => {
        const { data } = await api.GET("/api/v1/patients", { params: { query: after(cursor) } });
        return data ?? { items: [], next: null };
      }),
  });

/** The reader's teams. */
export const useTeams = () =>
  useQuery({
    queryKey: ["teams"],
    queryFn: () =>
      readAll<Schemas["Team"]>(async (cursor) => {
        const { data } = await api.GET("/api/v1/teams", { params: { query: after(cursor) } });
        return data ?? { items: [], next: null };
      }),
  });

/** A patient's name, or the id where the reader may not know it. */
export const nameOf = ({ id, name }: Schemas["PatientSummary"]): string =>
  name === null ? id : `${name.given} ${name.family}`;
