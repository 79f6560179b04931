import type { Fragment } from "#db";
import type { Connection } from "./connection.ts";

/** How often a field was seen with one type of JSON; of a list, the types of its items. */
export type FieldTypes = { readonly field: string; readonly type: string; readonly count: number };

/** The type of a JSON value, for `json` columns: `string`, or of a list `array:number,string`. */
export const jsonType = (sql: Connection, value: "property.value"): Fragment => sql`
  case json_typeof(${sql(value)}) when 'array' then 'array:' || coalesce((
    select string_agg(kind, ',' order by kind collate "C")
    from (select distinct json_typeof(item) as kind from json_array_elements(${sql(value)}) as items (item)) kinds
  ), '') else json_typeof(${sql(value)}) end`;
