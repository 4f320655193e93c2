import { createStore } from "idb-keyval";

/** Where this browser keeps what must be there without a network: one small database, emptied when its reader leaves. */
export const store = createStore("hemvakt", "offline");

/** So long anything is kept at most, in milliseconds. */
export const KEPT = 12 * 3_600_000;
