import type { Fragment, Sql, TransactionSql } from "#db";

/**
 * When a person last entered a journey, in ms: the latest of their enrollments, or of deleted ones (R29). `people` is the name of
 * their table in the statement.
 */
export const lastEntered = (sql: Sql | TransactionSql, people: "p" | "u"): Fragment => sql`
  floor(date_part('epoch', greatest(${sql(people)}.last_entered_at, (
    select max(e.enrolled_at) from enrollments e where e.shard = ${sql(people)}.shard and e.person_id = ${sql(people)}.id))) * 1000 + 0.0005)`;
