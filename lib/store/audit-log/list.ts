import type { Fragment } from "#db";
import type { Connection } from "../sql/connection.ts";
import { type Count, countAbout } from "../sql/count-about.ts";

export type AuditRow = {
  readonly id: string;
  /** As the database writes it, for the next page. */
  readonly at: string;
  readonly actor: string;
  readonly actor_name: string | null;
  readonly address: string | null;
  readonly action: string;
  readonly subject: string;
  readonly subject_name: string | null;
  readonly detail: Record<string, unknown>;
};

export type AuditFilter = {
  readonly workspaceId: string;
  readonly actor?: string | undefined;
  /** An action, or its first word with all that follows. */
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  /** Found anywhere in the names and in the action; wildcards are escaped. */
  readonly pattern?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

type Place = { readonly at: string; readonly id: string };

/** Entries, the newest first. */
export async function listAuditEntries(
  sql: Connection,
  filter: AuditFilter,
  { limit, offset, after }: { limit: number; offset: number; after: Place | null },
): Promise<{ rows: AuditRow[]; counted: Count }> {
  const rows = await sql<AuditRow[]>`
    ${chosen(sql, filter, after)} order by at desc, id desc limit ${limit} offset ${after ? 0 : offset}`;
  return { rows, counted: await countAbout(sql, () => sql`select 1 ${matching(sql, filter)}`) };
}

const CHUNK = 1_000;

/** All entries of a filter, the newest first, a thousand at a time. */
export async function* streamAuditEntries(sql: Connection, filter: AuditFilter): AsyncGenerator<AuditRow[]> {
  let after: Place | null = null;
  for (;;) {
    const rows: AuditRow[] = await sql<
      AuditRow[]
    >`${chosen(sql, filter, after)} order by at desc, id desc limit ${CHUNK}`;
    if (rows.length > 0) yield rows;
    after = rows.at(-1) ?? null;
    if (after === null || rows.length < CHUNK) return;
  }
}

const chosen = (sql: Connection, filter: AuditFilter, after: Place | null): Fragment => sql`
  select id, at::text as at, actor, actor_name, address, action, subject, subject_name, detail
  ${matching(sql, filter)}
  ${after ? sql`and (at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}`;

function matching(sql: Connection, filter: AuditFilter): Fragment {
  const { workspaceId, actor, action, subject, pattern, from, to } = filter;
  return sql`
    from audit_log where workspace_id = ${workspaceId}
      ${actor === undefined ? sql`` : sql`and split_part(actor, ':', 2) = ${actor}`}
      ${action === undefined ? sql`` : sql`and (action = ${action} or starts_with(action, ${`${action}.`}))`}
      ${subject === undefined ? sql`` : sql`and subject = ${subject}`}
      ${pattern === undefined ? sql`` : sql`and (action ilike ${pattern} or actor_name ilike ${pattern} or subject_name ilike ${pattern})`}
      ${from === undefined ? sql`` : sql`and at >= ${from}::timestamptz`}
      ${to === undefined ? sql`` : sql`and at < ${to}::timestamptz`}`;
}
