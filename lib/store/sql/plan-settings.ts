import type { Connection } from "./connection.ts";

/**
 * For the rest of the transaction, tables are read through their indexes only. A batch knows the keys of all its rows.
 * A planner that underestimates the size of a table, or overestimates the cost of a random page, would read the whole
 * table for them (enrollments and memberships: 88 µs per person instead of 10).
 */
export async function forceIndexScans(sql: Connection): Promise<void> {
  await sql`
    select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
      set_config('enable_mergejoin', 'off', true)`;
}

/**
 * For the rest of the transaction, statements are planned for the present size of the tables. A plan cached while a
 * table was empty may use the wrong index. Planning takes milliseconds, which pays off for a thousand signals but not
 * for one.
 */
export async function forceCustomPlans(sql: Connection): Promise<void> {
  await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`;
}

/**
 * Plans the statements of `read` so that rows come in index order instead of being sorted. A slice takes the next 2,000
 * people of a shard; with a sort it first reads everybody after them (110 µs of Postgres per person instead of 47, with
 * a million people). Two reads in the same order may be merged, for example a segment's members and the people (4.5 µs
 * per person instead of 6.5 with lookups by key).
 */
export async function inOrder<Answer>(sql: Connection, read: () => Promise<Answer>): Promise<Answer> {
  const [, answer] = await Promise.all([planFor(sql, "off", "on"), read(), planFor(sql, "on", "off")]);
  return answer;
}

type Switch = "on" | "off";

async function planFor(sql: Connection, sorts: Switch, merges: Switch): Promise<void> {
  await sql`select set_config('enable_sort', ${sorts}, true), set_config('enable_mergejoin', ${merges}, true)`;
}
