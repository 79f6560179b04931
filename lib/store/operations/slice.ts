import type { TransactionSql } from "#db";

export type Operation = {
  readonly id: string;
  readonly workspaceId: string;
  readonly journeyId: string | null;
  readonly kind: string;
  readonly input: Record<string, unknown>;
};

/** What the statements of set-wise work need to know of one slice in one shard, whose lock is held (R15). */
export type SliceQuery = {
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
};

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
