import type { schema } from "#store";

/** What stands in for the shares of a split, as stored. */
export type AllocationRow = typeof schema.splitAllocations.$inferSelect;
