import type { Connection } from "../sql/connection.ts";
import type { TestLetter } from "./table.ts";

export type DueTest = {
  readonly id: string;
  readonly workspaceId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly letter: TestLetter | null;
  readonly attempts: number;
};

/** Takes due test mails for two minutes, so that another process sends none of them meanwhile. */
export async function claimDueTests(sql: Connection, most: number): Promise<DueTest[]> {
  return await sql<DueTest[]>`
    update test_sends t
    set status = 'sending', due_at = now() + interval '2 minutes', attempts = attempts + 1
    where t.id in (
      select id from test_sends
      where status in ('queued', 'sending') and due_at <= now()
      order by due_at limit ${most} for update skip locked)
    returning t.id, t.workspace_id as "workspaceId", t.recipient, t.subject, t.letter, t.attempts`;
}

export type TestResult = {
  readonly status: "queued" | "sent" | "captured" | "failed";
  readonly sender: string;
  readonly error: string | null;
  readonly waitMs: number;
};

/** Notes the result; once it is over, what was sent is not kept. */
export async function noteTestResult(sql: Connection, id: string, result: TestResult): Promise<void> {
  const { status, sender, error, waitMs } = result;
  await sql`
    update test_sends
    set status = ${status}, sender = ${sender}, error = ${error},
      letter = case when ${status} = 'queued' then letter end,
      sent_at = case when ${status} in ('sent', 'captured') then now() end,
      due_at = case when ${status} = 'queued' then now() + ${waitMs} * interval '1 millisecond' end
    where id = ${id} and status = 'sending'`;
}
