import type { Fragment } from "#db";
import type { Connection } from "../sql/connection.ts";

/**
 * A process of an older release hides an enrollment by setting the status `archived`, which overwrites its outcome.
 * Such rows are treated as hidden too, with the outcome that follows from their exit reason. `archived` can be removed
 * from both fragments when no such process runs any more and a migration has restored the rows as
 * `enrollments_hidden_data` does.
 */
const written = (sql: Connection, alias: string) => sql`${sql(alias)}.status = 'archived'`;

/**
 * Whether an enrollment is hidden from the lists, in SQL over an alias of `enrollments`. A running one is never hidden.
 */
export const isHidden = (sql: Connection, alias: string): Fragment =>
  sql`(${written(sql, alias)} or (${sql(alias)}.hidden_at is not null and ${sql(alias)}.status <> 'active'))`;

/**
 * The outcome of an enrollment, hidden or not: `active`, `completed`, `stopped` or `failed`. SQL over an alias of
 * `enrollments`.
 */
export const outcomeOf = (sql: Connection, alias: string): Fragment => sql`case
  when not ${written(sql, alias)} then ${sql(alias)}.status
  when ${sql(alias)}.exit_reason in ('finished', 'goal_reached') then 'completed'
  when ${sql(alias)}.exit_reason in ('loop', 'step_failed') then 'failed'
  else 'stopped' end`;
