import type { Fragment } from "#db";
import type { Connection } from "./connection.ts";

type Kind = "int" | "uuid" | "float8" | "text" | "json";
type Value = string | number | null;

/** By column: its type and its values, row by row; JSON as text. */
export type Columns = Readonly<Record<string, readonly [kind: Kind, values: readonly Value[]]>>;

/** Fewer rows are not worth a statement of their own for each set of columns in which they agree. */
const MANY = 100;

/**
 * Rows for `insert … select` and `update … from`. Of many rows, a column in which all agree travels and is read once, as most
 * of a journey's rows differ in little more than whose they are.
 */
export function tableOf(sql: Connection, columns: Columns): Fragment {
  const names: Fragment[] = [];
  const lists: Fragment[] = [];
  const constants: Fragment[] = [];
  const selected: Fragment[] = [];
  for (const [name, [kind, values]] of Object.entries(columns)) {
    const column = sql`${sql(name)}`;
    if (values.length >= MANY && values.every((value) => value === values[0])) {
      constants.push(sql`${cast(sql, kind, values[0] ?? null)} as ${column}`);
      selected.push(column);
    } else {
      names.push(column);
      lists.push(list(sql, kind, values));
      selected.push(kind === "json" ? sql`${column}::json` : column);
    }
  }
  const each = sql`select ${joined(sql, selected)} from unnest(${joined(sql, lists)}) as each_row (${joined(sql, names)})`;
  // `offset 0` keeps the planner from reading the constants again for each row.
  return constants.length === 0 ? each : sql`${each}, (select ${joined(sql, constants)} offset 0) as every_row`;
}

const cast = (sql: Connection, kind: Kind, value: Value): Fragment =>
  kind === "json" ? sql`${value}::text::json` : sql`${value}::text::${sql.unsafe(kind)}`;

function list(sql: Connection, kind: Kind, values: readonly Value[]): Fragment {
  if (kind === "text") return sql`${values as string[]}::text[]`;
  // No line break is in JSON text, so neither side escapes anything.
  if (kind === "json") return sql`string_to_array(${values.map((value) => value ?? "").join("\n")}::text, E'\\n', '')`;
  return sql`${`{${values.map((value) => value ?? "NULL").join(",")}}`}::${sql.unsafe(`${kind}[]`)}`;
}

function joined(sql: Connection, [first, ...rest]: readonly Fragment[]): Fragment {
  let list = first ?? sql``;
  for (const next of rest) list = sql`${list}, ${next}`;
  return list;
}
