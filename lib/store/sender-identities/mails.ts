import type { Connection } from "../sql/connection.ts";

/** A mail with a link that is to be sent now. */
export type DueLink = {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspace: string;
  readonly isDemo: boolean;
  readonly email: string;
  readonly linkNonce: string;
  readonly linkExpiresAt: Date;
  readonly linkAttempts: number;
};

/** Takes due mails for a minute, so that another process sends none of them meanwhile. */
export async function claimDueLinks(sql: Connection, most: number): Promise<DueLink[]> {
  const rows = await sql<(Omit<DueLink, "linkExpiresAt"> & { linkExpiresAt: string | Date })[]>`
    update sender_identities s
    set link_status = 'sending', link_due_at = now() + interval '1 minute', link_attempts = link_attempts + 1
    from workspaces w
    where w.id = s.workspace_id and s.id in (
      select id from sender_identities
      where link_status in ('queued', 'sending') and link_due_at <= now()
      order by link_due_at limit ${most} for update skip locked)
    returning s.id, s.workspace_id as "workspaceId", w.name as workspace, w.is_demo as "isDemo", s.email,
      s.link_nonce as "linkNonce", s.link_expires_at as "linkExpiresAt", s.link_attempts as "linkAttempts"`;
  return rows.map((row) => ({ ...row, linkExpiresAt: new Date(row.linkExpiresAt) }));
}

export type LinkResult = {
  readonly status: "queued" | "sent" | "failed";
  readonly error: string | null;
  readonly waitMs: number;
};

/** Notes the result of a mail, unless another link was asked for meanwhile. */
export async function noteLinkResult(
  sql: Connection,
  { id, linkNonce }: Pick<DueLink, "id" | "linkNonce">,
  { status, error, waitMs }: LinkResult,
): Promise<void> {
  await sql`
    update sender_identities
    set link_status = ${status}, link_error = ${error},
      link_due_at = case when ${status} = 'queued' then now() + ${waitMs} * interval '1 millisecond' end
    where id = ${id} and link_nonce = ${linkNonce}`;
}
