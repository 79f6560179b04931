import type { TransactionSql } from "#db";
import type { Runtime } from "../runtime.ts";
import type { PersonRow } from "../sql/read-people.ts";
import type { Configuration, LoadedWorld } from "../world/configuration.ts";

export type Operation = {
  readonly id: string;
  readonly workspaceId: string;
  readonly journeyId: string | null;
  readonly kind: string;
  readonly input: Record<string, unknown>;
};

/** One slice of an operation in one shard, whose lock is held (R15). */
export type Slice = {
  readonly runtime: Runtime;
  readonly sql: TransactionSql;
  readonly operation: Operation;
  readonly shard: number;
  /** The last person of the slice before; the lowest uuid at the start. */
  readonly cursor: string;
  readonly limit: number;
  /** At a rate: how many people may be set off by this slice; null = all of it. */
  readonly budget: number | null;
  /** The database's time or the virtual one, in ms. */
  readonly now: number;
  readonly configuration: Configuration;
  readonly world: LoadedWorld | undefined;
  /** A process that had begun this slice was not heard of again (R17). */
  readonly hasCrashed: boolean;
};

/** Somebody to be enrolled, and since when they are in the segment that says so, in ms. */
export type AudienceMember = PersonRow & { readonly since: number | null };

export type SliceResult = {
  /** How many people it was about. */
  readonly done: number;
  /** Of them, how many count against the rate; all unless said. */
  readonly setOff?: number;
  /** How far it came; null = the shard is done, as the slice was not full. */
  readonly cursor: string | null;
  /** The next slice of the whole operation comes only after so many ms. */
  readonly pauseMs?: number;
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
