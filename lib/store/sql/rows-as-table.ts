import type { ColumnKind, Columns, Fragment } from "#db";
import type { Connection } from "./connection.ts";

type Value = string | number | null;

/** With fewer rows, neither a copy nor a separate statement for each set of constant columns pays off. */
export const MANY = 100;

/** The SQL type in which the values of a kind are sent. */
const TYPES: Readonly<Record<ColumnKind, string>> = {
  smallint: "smallint",
  int: "int",
  uuid: "uuid",
  moment: "float8",
  micros: "float8",
  flag: "boolean",
  text: "text",
  json: "json",
  jsonb: "jsonb",
  texts: "jsonb",
};

/**
 * Rows for `insert … select` and `update … from`. With many rows, a column with one value for all rows is sent and
 * parsed once, because most rows of a journey differ in little more than their person.
 */
export function rowsAsTable(sql: Connection, columns: Columns): Fragment {
  const names: Fragment[] = [];
  const lists: Fragment[] = [];
  const constants: Fragment[] = [];
  const selected: Fragment[] = [];
  for (const [name, [kind, values]] of Object.entries(columns)) {
    const column = sql`${sql(name)}`;
    if (values.length >= MANY && values.every((value) => value === values[0])) {
      constants.push(sql`${cast(sql, kind, values[0] ?? null)} as ${column}`);
      selected.push(read(sql, kind, column));
    } else {
      names.push(column);
      lists.push(list(sql, kind, values));
      selected.push(read(sql, kind, column));
    }
  }
  const each = sql`select ${joined(sql, selected)} from unnest(${joined(sql, lists)}) as each_row (${joined(sql, names)})`;
  // `offset 0` prevents the planner from evaluating the constants again for each row.
  return constants.length === 0 ? each : sql`${each}, (select ${joined(sql, constants)} offset 0) as every_row`;
}

const cast = (sql: Connection, kind: ColumnKind, value: Value): Fragment =>
  sql`${value}::text::${sql.unsafe(TYPES[kind])}`;

/** Times are sent as numbers, which are cheaper to write and to parse than text. */
function read(sql: Connection, kind: ColumnKind, column: Fragment): Fragment {
  if (kind === "moment") return sql`to_timestamp(${column} / 1000) as ${column}`;
  if (kind === "micros") return sql`to_timestamp(${column} / 1000000) as ${column}`;
  if (kind === "json" || kind === "jsonb") return sql`${column}::${sql.unsafe(kind)}`;
  if (kind === "texts") return sql`array(select jsonb_array_elements_text(${column}::jsonb)) as ${column}`;
  return column;
}

function list(sql: Connection, kind: ColumnKind, values: readonly Value[]): Fragment {
  if (kind === "text") return sql`${values as string[]}::text[]`;
  // JSON text contains no line break, so neither side has to escape anything.
  if (kind === "json" || kind === "jsonb" || kind === "texts")
    return sql`string_to_array(${values.map((value) => value ?? "").join("\n")}::text, E'\\n', '')`;
  return sql`${`{${values.map((value) => value ?? "NULL").join(",")}}`}::${sql.unsafe(`${TYPES[kind]}[]`)}`;
}

export function joined(sql: Connection, [first, ...rest]: readonly Fragment[]): Fragment {
  let list = first ?? sql``;
  for (const next of rest) list = sql`${list}, ${next}`;
  return list;
}
