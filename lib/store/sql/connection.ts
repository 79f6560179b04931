import type { Fragment, Sql, TransactionSql } from "#db";

/** A pool or a running transaction; statements accept either. */
export type Connection = Sql | TransactionSql;

/** The owner of a row. Everything about a person is keyed by the shard first (R2). */
export type Owner = { readonly shard: number; readonly workspaceId: string; readonly personId: string };

export type Owned<Row> = { readonly owner: Owner; readonly row: Row };

export const shardsOf = (rows: readonly Owned<unknown>[]): number[] => rows.map(({ owner }) => owner.shard);

export const peopleOf = (rows: readonly Owned<unknown>[]): string[] => rows.map(({ owner }) => owner.personId);

export const workspacesOf = (rows: readonly Owned<unknown>[]): string[] => rows.map(({ owner }) => owner.workspaceId);

/**
 * The given virtual time, or the database's. Wrapped in a sub-select, so that it is evaluated once: a volatile function
 * used directly cannot bound an index scan, and an idle look then read everybody who waits (28 ms at 100,000; R8).
 */
export const timeOr = (sql: Connection, now: string | null): Fragment =>
  sql`(select coalesce(${now}::timestamptz, clock_timestamp()))`;

/** Times are sent as text and cast in SQL, because the client infers an array's type from its first element. */
export const toSqlTimestamp = (at: number): string => new Date(at).toISOString();

export const toSqlTimestampOrNull = (at: number | null): string | null => (at === null ? null : toSqlTimestamp(at));

/** Rows of the same millisecond keep their order by different microseconds. */
const placedMoment = (at: number, place: number): string =>
  `${toSqlTimestamp(at).slice(0, -1)}${String(place % 1_000).padStart(3, "0")}Z`;

/**
 * A Postgres array literal of ids, numbers or plain words, ready to be cast. The driver quotes and escapes each array
 * element separately, which took a fifth of a batch's time in Node.
 */
export const plain = (values: readonly (string | number | null)[]): string =>
  `{${values.map((value) => value ?? "NULL").join(",")}}`;

/**
 * JSON documents as one text for `string_to_array(…, E'\\n', '')`. JSON text contains no line break, so neither side
 * has to escape anything. In an array literal the driver would escape every quote of every document, and the server
 * would undo it.
 */
export const documents = (values: readonly unknown[]): string =>
  values.map((value) => (value === null ? "" : JSON.stringify(value))).join("\n");

/** JSON text of each value, for `rowsAsTable`; null stays null. */
export const json = (values: readonly unknown[]): (string | null)[] =>
  values.map((value) => (value === null ? null : JSON.stringify(value)));

/**
 * `placedMoment` as microseconds since 1970, for `to_timestamp`. Numbers are cheaper to write and to parse than text.
 */
export const placedMicros = (at: number, place: number): number => at * 1_000 + (place % 1_000);

/** `received_at` of a table as microseconds since 1970, which `to_timestamp` converts back exactly. */
export const microsOf = (sql: Connection, table: "inbox" | "unread"): Fragment =>
  sql`round(date_part('epoch', ${sql(table)}.received_at) * 1000000)`;

export const orderedMoments = (times: readonly number[]): string[] => times.map(placedMoment);
