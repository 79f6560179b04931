import type { Connection } from "../sql/connection.ts";

export type TestRunRow = {
  readonly id: string;
  readonly at: Date | string;
  readonly by: string;
  readonly personId: string | null;
  readonly outcome: string | null;
};

/** The latest test runs of a journey with the names of those who ran them. */
export async function readTestRuns(
  sql: Connection,
  workspaceId: string,
  journeyId: string,
  limit: number,
): Promise<TestRunRow[]> {
  return await sql<TestRunRow[]>`
    select run.id, run.at, run.detail ->> 'personId' as "personId", run.detail ->> 'outcome' as outcome,
      coalesce(
        (select nullif(name, '') from users where 'user:' || users.id = run.actor),
        (select name from api_keys where 'key:' || api_keys.id = run.actor),
        split_part(run.actor, ':', 1)) as by
    from audit_log run
    where workspace_id = ${workspaceId} and subject = ${journeyId} and action = 'journey.test'
    order by at desc, id desc limit ${limit}`;
}
