import type { Connection } from "../sql/connection.ts";

/** The settings with which messages are rendered and sent. */
export type SendingWorkspace = {
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
  readonly isDemo: boolean;
  readonly settings: Record<string, unknown>;
  /** The kinds of channel that are switched on; `null`: the workspace has no channels at all, so none is switched off. */
  readonly channels: readonly string[] | null;
};

export async function readWorkspaces(sql: Connection, ids: readonly string[]): Promise<SendingWorkspace[]> {
  return await sql<SendingWorkspace[]>`
    select id, name, timezone, is_demo as "isDemo", settings,
      (select array_agg(case when status = 'on' then kind end) from channels where workspace_id = workspaces.id) as channels
    from workspaces where id = any(${[...ids]}::text[]::uuid[])`;
}

/** The time zone of the workspace. */
export async function readTimezone(sql: Connection, workspaceId: string): Promise<string> {
  const [row] = await sql<{ timezone: string }[]>`
    select timezone from workspaces where id = ${workspaceId}`;
  return row?.timezone ?? "UTC";
}

/** Whether this database knows the time zone too: it has its own list, of another release. */
export async function isKnownToDatabase(sql: Connection, timezone: string): Promise<boolean> {
  const [found] = await sql`
    select from pg_timezone_names where lower(name) = ${timezone.toLowerCase()} limit 1`;
  return found !== undefined;
}

/** The time zone of a workspace, and the database's time. */
export async function readClockAndZone(
  sql: Connection,
  workspaceId: string,
): Promise<{ readonly timezone: string; readonly now: Date | string } | undefined> {
  const [workspace] = await sql<{ timezone: string; now: Date | string }[]>`
    select timezone, now() as now from workspaces where id = ${workspaceId}`;
  return workspace;
}
