import type { Fragment, Sql, TransactionSql } from "#db";

/** A pool or a running transaction: every statement takes either. */
export type Connection = Sql | TransactionSql;

/** Whose row it is; everything about a person is keyed by the shard first (R2). */
export type Owner = { readonly shard: number; readonly workspaceId: string; readonly personId: string };

export type Owned<Row> = { readonly owner: Owner; readonly row: Row };

export const shardsOf = (rows: readonly Owned<unknown>[]): number[] => rows.map(({ owner }) => owner.shard);

export const peopleOf = (rows: readonly Owned<unknown>[]): string[] => rows.map(({ owner }) => owner.personId);

export const workspacesOf = (rows: readonly Owned<unknown>[]): string[] => rows.map(({ owner }) => owner.workspaceId);

/**
 * The virtual time given, or the database's. Asked for once: bare, a function of changing result bounds no index scan, and
 * an idle look went through everybody who waits (28 ms at 100,000; R8).
 */
export const timeOr = (sql: Connection, now: string | null): Fragment =>
  sql`(select coalesce(${now}::timestamptz, clock_timestamp()))`;

/** Moments travel as text and are cast in SQL: the client infers an array's type from its first element. */
export const toSqlTimestamp = (at: number): string => new Date(at).toISOString();

export const toSqlTimestampOrNull = (at: number | null): string | null => (at === null ? null : toSqlTimestamp(at));

/** Rows of one millisecond keep an order by counting microseconds behind it. */
const placedMoment = (at: number, place: number): string =>
  `${toSqlTimestamp(at).slice(0, -1)}${String(place % 1_000).padStart(3, "0")}Z`;

/**
 * A Postgres array of ids, numbers or plain words, ready to be cast: the driver quotes and escapes each element of every
 * array on its own, which took a fifth of a batch's time in Node.
 */
export const plain = (values: readonly (string | number | null)[]): string =>
  `{${values.map((value) => value ?? "NULL").join(",")}}`;

/**
 * JSON as one text for `string_to_array(…, E'\\n', '')`: it holds no line break, so neither side escapes anything. In an
 * array literal the driver escapes every quote of every document, and the server undoes it.
 */
export const documents = (values: readonly unknown[]): string =>
  values.map((value) => (value === null ? "" : JSON.stringify(value))).join("\n");

/** JSON text of each, for `rowsAsTable`; null stays null. */
export const json = (values: readonly unknown[]): (string | null)[] =>
  values.map((value) => (value === null ? null : JSON.stringify(value)));

/** `placedMoment` as microseconds since 1970, for `to_timestamp`: cheaper than text to make and to read. */
export const placedMicros = (at: number, place: number): number => at * 1_000 + (place % 1_000);

/** `received_at` of a table as microseconds since 1970, which `to_timestamp` takes back exactly. */
export const microsOf = (sql: Connection, table: "inbox" | "unread"): Fragment =>
  sql`round(date_part('epoch', ${sql(table)}.received_at) * 1000000)`;

export const orderedMoments = (times: readonly number[]): string[] => times.map(placedMoment);
