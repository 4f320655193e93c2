/**
 * Whether an error says that the store itself fails, for instance for want of space. That is no decision and no fault of
 * who asked: nothing may be stored or acknowledged because of it. A violated constraint is not such a failure.
 */
export const isStoreFailure = (error: unknown): boolean =>
  error instanceof Error &&
  (error as { code?: string }).code === "ERR_SQLITE_ERROR" &&
  operational.has(((error as { errcode?: number }).errcode ?? 0) & 0xff);

/** SQLITE_BUSY, LOCKED, NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB (primary result codes). */
const operational: ReadonlySet<number> = new Set([5, 6, 7, 8, 10, 11, 13, 14, 15, 26]);
