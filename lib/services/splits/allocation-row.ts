import type { schema } from "#store";

/** The stored allocation that replaces the shares of a split. */
export type AllocationRow = typeof schema.splitAllocations.$inferSelect;
