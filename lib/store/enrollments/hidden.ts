import type { Fragment } from "#db";
import type { Connection } from "../sql/connection.ts";

/**
 * A process of an older release hides an enrollment with the status `archived`, which overwrites its outcome. Its rows are
 * read as hidden ones too, with the outcome that follows from why they ended. `archived` can be dropped from both fragments
 * when no such process runs any more and a migration has restored its rows as `enrollments_hidden_data` does.
 */
const written = (sql: Connection, alias: string) => sql`${sql(alias)}.status = 'archived'`;

/** Whether an enrollment is hidden from the lists, in SQL over an alias of `enrollments`. One that runs again never is. */
export const isHidden = (sql: Connection, alias: string): Fragment =>
  sql`(${written(sql, alias)} or (${sql(alias)}.hidden_at is not null and ${sql(alias)}.status <> 'active'))`;

/** What an enrollment is, hidden or not: `active`, `completed`, `stopped` or `failed`; in SQL over an alias of `enrollments`. */
export const outcomeOf = (sql: Connection, alias: string): Fragment => sql`case
  when not ${written(sql, alias)} then ${sql(alias)}.status
  when ${sql(alias)}.exit_reason in ('finished', 'goal_reached') then 'completed'
  when ${sql(alias)}.exit_reason in ('loop', 'step_failed') then 'failed'
  else 'stopped' end`;
