import type { TransactionSql } from "#db";

export type Operation = {
  readonly id: string;
  readonly workspaceId: string;
  readonly journeyId: string | null;
  readonly kind: string;
  readonly input: Record<string, unknown>;
};

/** What the statements of operations need to know about one slice in one shard, whose lock is held (R15). */
export type SliceQuery = {
  readonly sql: TransactionSql;
  readonly operation: Operation;
  readonly shard: number;
  /** The last person of the previous slice; the lowest uuid at the start. */
  readonly cursor: string;
  readonly limit: number;
  /** With a rate: how many people this slice may affect; null: no limit. */
  readonly budget: number | null;
  /** The database's time or the virtual one, in ms. */
  readonly now: number;
};

export type SliceResult = {
  /** Number of people in the slice. */
  readonly done: number;
  /** How many of them count against the rate; all if absent. */
  readonly setOff?: number;
  /** The last person of the slice; null: the shard is done, because the slice was not full. */
  readonly cursor: string | null;
  /** The next slice of the whole operation starts only after so many ms. */
  readonly pauseMs?: number;
};
