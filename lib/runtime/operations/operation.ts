import type { TransactionSql } from "#db";
import type { LoadedWorld } from "../world/configuration.ts";

export type Operation = {
  readonly id: string;
  readonly workspaceId: string;
  readonly journeyId: string | null;
  readonly kind: string;
  readonly input: Record<string, unknown>;
};

/** One slice of an operation in one shard, whose lock is held (R15). */
export type Slice = {
  readonly sql: TransactionSql;
  readonly operation: Operation;
  readonly shard: number;
  /** The last person of the slice before; the lowest uuid at the start. */
  readonly cursor: string;
  readonly limit: number;
  /** The database's time or the virtual one, in ms. */
  readonly now: number;
  readonly world: LoadedWorld | undefined;
};

/** How far it came: the shard is done when a slice was not full. */
export type SliceResult = { readonly done: number; readonly cursor: string | null };

/** One kind of set-wise work: a folder entry and a line in `kinds.ts`. */
export type OperationKind = {
  readonly work: (slice: Slice) => Promise<SliceResult>;
  /** What is left to do when every shard is done. */
  readonly finish?: (sql: TransactionSql, operation: Operation) => Promise<void>;
};

export const FIRST = "00000000-0000-0000-0000-000000000000";
