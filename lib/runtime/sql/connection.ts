import type { Sql, TransactionSql } from "#db";

/** A pool or a running transaction: every statement takes either. */
export type Connection = Sql | TransactionSql;

/** Whose row it is; everything about a person is keyed by the shard first (R2). */
export type Owner = { readonly shard: number; readonly workspaceId: string; readonly personId: string };
export type Owned<Row> = { readonly owner: Owner; readonly row: Row };

export const shardsOf = (rows: readonly Owned<unknown>[]): number[] => rows.map(({ owner }) => owner.shard);
export const peopleOf = (rows: readonly Owned<unknown>[]): string[] => rows.map(({ owner }) => owner.personId);
export const workspacesOf = (rows: readonly Owned<unknown>[]): string[] => rows.map(({ owner }) => owner.workspaceId);

/** Moments travel as text and are cast in SQL: the client infers an array's type from its first element. */
export const moment = (at: number): string => new Date(at).toISOString();
export const momentOrNull = (at: number | null): string | null => (at === null ? null : moment(at));

/** Rows of one millisecond keep an order by counting microseconds behind it. */
export const placedMoment = (at: number, place: number): string =>
  `${moment(at).slice(0, -1)}${String(place % 1_000).padStart(3, "0")}Z`;

export const orderedMoments = (times: readonly number[]): string[] => times.map(placedMoment);
