import { api } from "../api/client.ts";
import { changing } from "../ui/use-change.ts";
import type { Subject } from "./condition.ts";

/** Requests that hubs and devices have alike. Every one has its idempotency key; those that change what was read its version. */

type Place = "stock" | "repair" | "lost" | "retired" | "recalled";

/** Lends it to a patient. `emptied`: a hub's memory was emptied by hand. */
export function lend({ of, id }: Subject, body: { patient: string; user?: number; emptied: boolean }, key: string) {
  const params = { path: { id }, header: { "idempotency-key": key } };
  return of === "hub"
    ? api.POST("/api/v1/hubs/{id}/lend", { params, body })
    : api.POST("/api/v1/devices/{id}/lend", { params, body });
}

/** Takes it back from whoever has it. */
export function takeBack({ of, id }: Subject, key: string, version: number) {
  const params = { path: { id }, header: changing(version, key) };
  return of === "hub"
    ? api.POST("/api/v1/hubs/{id}/return", { params })
    : api.POST("/api/v1/devices/{id}/return", { params });
}

/** Puts another in its place with whoever has it; the old one goes to `place`. */
export function exchange(
  { of, id }: Subject,
  body: { replacement: string; place: Place },
  key: string,
  version: number,
) {
  const params = { path: { id }, header: changing(version, key) };
  return of === "hub"
    ? api.POST("/api/v1/hubs/{id}/exchange", { params, body })
    : api.POST("/api/v1/devices/{id}/exchange", { params, body });
}

/** Says where it is now. */
export function placeAt({ of, id }: Subject, body: { place: Place }, key: string, version: number) {
  const params = { path: { id }, header: changing(version, key) };
  return of === "hub"
    ? api.POST("/api/v1/hubs/{id}/place", { params, body })
    : api.POST("/api/v1/devices/{id}/place", { params, body });
}

/** Puts a device behind another hub. */
export const move = ({ id }: Subject, body: { hub: string }, key: string, version: number) =>
  api.POST("/api/v1/devices/{id}/move", { params: { path: { id }, header: changing(version, key) }, body });
