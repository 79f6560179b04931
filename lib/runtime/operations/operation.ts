import type { TransactionSql } from "#db";
import type { WorkspaceSnapshot } from "#engine";
import type { Operation, SliceQuery, SliceResult } from "#store/operations";
import type { Configuration } from "#store/snapshot";
import type { Runtime } from "../runtime.ts";

/** One slice of an operation in one shard, whose lock is held (R15). */
export type Slice = SliceQuery & {
  readonly runtime: Runtime;
  readonly configuration: Configuration;
  readonly snapshot: WorkspaceSnapshot | undefined;
  /** A process that had started this slice crashed (R17). */
  readonly hasCrashed: boolean;
};

/** One kind of operation: a file in this folder and a line in `kinds.ts`. */
export type OperationKind = {
  readonly work: (slice: Slice) => Promise<SliceResult>;
  /** The operation advances people itself, so attempts are noted to detect crashes, as for signals (R17). */
  readonly steps?: boolean;
  /** A transaction runs one slice: keys that several slices take would not be in one order (R37). */
  readonly oneSlice?: boolean;
  /** The shards that it concerns; all if absent. */
  readonly shards?: (operation: Operation) => readonly number[];
  /** Selects from the locked shards those that may be processed now; the others wait. */
  readonly ready?: (sql: TransactionSql, operation: Operation, shards: readonly number[]) => Promise<number[]>;
  /** Runs once when every shard is done. */
  readonly finish?: (sql: TransactionSql, operation: Operation) => Promise<void>;
};

export const FIRST = "00000000-0000-0000-0000-000000000000";
