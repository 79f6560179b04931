/**
 * What a column holds: `moment` milliseconds since 1970, `micros` microseconds since 1970, either for a `timestamptz`; `flag` 0 or
 * 1, for a `boolean`; `json` and `jsonb` the text of a document; `texts` a list of texts, as JSON, for a `text[]`.
 */
export type ColumnKind =
  | "smallint"
  | "int"
  | "uuid"
  | "moment"
  | "micros"
  | "flag"
  | "text"
  | "json"
  | "jsonb"
  | "texts";

/** By column: its kind and its values, row by row; every list is as long as the others. */
export type Columns = Readonly<
  Record<string, readonly [kind: ColumnKind, values: readonly (string | number | null)[]]>
>;
