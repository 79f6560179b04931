import type { TransactionSql } from "#db";
import type { Operation, SliceQuery, SliceResult } from "#store/operations";
import type { Configuration, WorkspaceSnapshot } from "#store/snapshot";
import type { Runtime } from "../runtime.ts";

/** One slice of an operation in one shard, whose lock is held (R15). */
export type Slice = SliceQuery & {
  readonly runtime: Runtime;
  readonly configuration: Configuration;
  readonly world: WorkspaceSnapshot | undefined;
  /** A process that had begun this slice was not heard of again (R17). */
  readonly hasCrashed: boolean;
};

/** One kind of set-wise work: a folder entry and a line in `kinds.ts`. */
export type OperationKind = {
  readonly work: (slice: Slice) => Promise<SliceResult>;
  /** It runs steps itself: what a process dies of is noted, as for signals (R17). */
  readonly steps?: boolean;
  /** Which shards it concerns; all unless said. */
  readonly shards?: (operation: Operation) => readonly number[];
  /** Of the locked shards, those that may be worked on now; the others wait. */
  readonly ready?: (sql: TransactionSql, operation: Operation, shards: readonly number[]) => Promise<number[]>;
  /** What is left to do when every shard is done. */
  readonly finish?: (sql: TransactionSql, operation: Operation) => Promise<void>;
};

export const FIRST = "00000000-0000-0000-0000-000000000000";
