import type { Connection } from "./connection.ts";

/**
 * For the rest of the transaction tables are entered by their indexes only. A batch knows the keys of all its rows; a
 * planner that takes a table for small, or a random page for dear, reads all of it for them (enrollments and memberships: 88 µs a person instead of 10).
 */
export async function forceIndexScans(sql: Connection): Promise<void> {
  await sql`
    select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
      set_config('enable_mergejoin', 'off', true)`;
}

/**
 * For the rest of the transaction statements are planned for the tables as they are: a plan kept from when one was empty
 * may take the wrong index. Planning takes milliseconds, which a thousand signals are worth and one is not.
 */
export async function forceCustomPlans(sql: Connection): Promise<void> {
  await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`;
}

/**
 * Plans what `read` asks for to come in the order of an index instead of being sorted. A slice takes the next 2,000 of a
 * shard; sorted, it reads everybody behind them first (110 µs of Postgres a person instead of 47 with a million). Two such
 * orders may be merged: a list's members and the people come side by side (4.5 µs a person instead of 6.5 looked up by key).
 */
export async function inOrder<Answer>(sql: Connection, read: () => Promise<Answer>): Promise<Answer> {
  const [, answer] = await Promise.all([planFor(sql, "off", "on"), read(), planFor(sql, "on", "off")]);
  return answer;
}

type Switch = "on" | "off";

async function planFor(sql: Connection, sorts: Switch, merges: Switch): Promise<void> {
  await sql`select set_config('enable_sort', ${sorts}, true), set_config('enable_mergejoin', ${merges}, true)`;
}
