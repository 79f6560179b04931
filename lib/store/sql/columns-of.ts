import type { PgColumn } from "drizzle-orm/pg-core";
import type { ColumnKind, Columns } from "#db";
import type { Connection } from "./connection.ts";
import { joined } from "./rows-as-table.ts";

/** Columns by the name that a field of a result has in the engine and a column has in its table. */
export type ColumnsByField = Readonly<Record<string, PgColumn>>;

/** Refuses, when it is compiled, a column that no field of `Row` fills, and a field that no column holds. */
export type EachFieldOf<Row, Named> = {
  readonly [Field in keyof Named]: Field extends keyof Row ? PgColumn : never;
} & { readonly [Field in keyof Row]-?: PgColumn };

/** Times of the engine are milliseconds. */
const KINDS: Readonly<Record<string, ColumnKind>> = {
  PgSmallInt: "smallint",
  PgInteger: "int",
  PgUUID: "uuid",
  PgText: "text",
  PgJson: "json",
  PgTimestamp: "moment",
};

function kindOf({ name, columnType }: PgColumn): ColumnKind {
  const kind = KINDS[columnType];
  if (kind === undefined)
    throw new Error(`the column ${name} is a ${columnType}, which rows of the engine do not have`);
  return kind;
}

/** Results of the engine by column; null where there is none. A field that is absent is null. */
export function columnsOf(named: ColumnsByField, rows: readonly (object | null)[]): Columns {
  return Object.fromEntries(
    Object.entries(named).map(([field, column]) => {
      const kind = kindOf(column);
      const values = rows.map((row) => (row === null ? null : ((row as Fields)[field] ?? null)));
      return [column.name, [kind, kind === "json" ? values.map(textOrNull) : (values as Sent[])]];
    }),
  );
}

type Fields = Readonly<Record<string, unknown>>;
type Sent = string | number | null;
const textOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** The columns of a table under the names of their fields, for a `select`. */
export const asFields = (sql: Connection, alias: string, named: ColumnsByField) =>
  joined(
    sql,
    Object.entries(named).map(([field, { name }]) => sql`${sql(alias)}.${sql(name)} as ${sql(field)}`),
  );
