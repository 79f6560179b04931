import type { Connection } from "../sql/connection.ts";
import type { NoticeContent } from "./table.ts";

export type NewNotice = {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: "alert" | "report" | "mention";
  readonly channel: "email" | "webhook";
  readonly recipient: string;
  readonly content: NoticeContent;
};

/** Queues notices; one that was queued before, by this process or another, stays as it is. */
export async function insertNotices(sql: Connection, rows: readonly NewNotice[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into notices (id, workspace_id, kind, channel, recipient, content, due_at)
    select id, workspace_id, kind, channel, recipient, content::jsonb, now()
    from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.workspaceId)}::uuid[],
      ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.channel)}::text[],
      ${rows.map((row) => row.recipient)}::text[], ${rows.map((row) => JSON.stringify(row.content))}::text[]
    ) as new (id, workspace_id, kind, channel, recipient, content)
    on conflict (id) do nothing`;
}

export type DueNotice = NewNotice & { readonly attempts: number };

/** Takes due notices for two minutes, so that another process sends none of them meanwhile. */
export async function claimDueNotices(sql: Connection, most: number): Promise<DueNotice[]> {
  return await sql<DueNotice[]>`
    update notices
    set status = 'sending', due_at = now() + interval '2 minutes', attempts = attempts + 1
    where id in (
      select id from notices
      where status in ('queued', 'sending') and due_at <= now()
      order by due_at limit ${most} for update skip locked)
    returning id, workspace_id as "workspaceId", kind, channel, recipient, content, attempts`;
}

export type NoticeResult = {
  readonly status: "queued" | "sent" | "captured" | "failed";
  readonly error: string | null;
  readonly waitMs: number;
};

export async function noteNoticeResult(sql: Connection, id: string, result: NoticeResult): Promise<void> {
  const { status, error, waitMs } = result;
  await sql`
    update notices
    set status = ${status}, error = ${error},
      sent_at = case when ${status} in ('sent', 'captured') then now() end,
      due_at = case when ${status} = 'queued' then now() + ${waitMs} * interval '1 millisecond' end
    where id = ${id} and status = 'sending'`;
}

export async function deleteOldNotices(sql: Connection, days: number): Promise<void> {
  await sql`delete from notices where created_at < now() - make_interval(days => ${days})`;
}
