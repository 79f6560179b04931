import type { Fragment } from "#db";
import type { Connection } from "./connection.ts";

/** A value that several people have, as JSON text. */
export type SharedValue = { readonly event: string; readonly field: string; readonly value: string };

/** Longer texts, and fields with more different values, are no choices. */
const LONGEST = 66;
const MOST_VALUES = 40;
/** Fewer people could be recognized by the value. */
const SHARED_BY = 3;

/**
 * The values that several people share, of fields with few different values. `records` selects `person`, `event` and
 * `record` (json).
 */
export async function readSharedValues(sql: Connection, records: Fragment): Promise<SharedValue[]> {
  return await sql<SharedValue[]>`
    with counted as (
      select seen.event, property.key as field, property.value::text as value, count(distinct seen.person) as people,
        bool_or(length(property.value::text) > ${LONGEST} or property.value::text ~ '@|^"[0-9]{4}-[0-9]{2}-[0-9]{2}') as is_unfit
      from (${records}) seen
      cross join lateral json_each(case json_typeof(seen.record) when 'object' then seen.record end) property
      where json_typeof(property.value) in ('string', 'number', 'boolean')
      group by 1, 2, 3
    ), sized as (
      select *, count(*) over field as variants, bool_or(is_unfit) over field as is_field_unfit from counted
      window field as (partition by event, field)
    )
    select event, field, value from sized
    where variants <= ${MOST_VALUES} and not is_field_unfit and people >= ${SHARED_BY}
    order by event, field, people desc, value`;
}
