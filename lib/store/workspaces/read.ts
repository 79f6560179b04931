import { and, eq, sql as raw } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import type { Connection } from "../sql/connection.ts";
import { workspaces } from "./table.ts";

export type WorkspaceRow = typeof workspaces.$inferSelect;

export async function readWorkspace(orm: Orm | Transaction, id: string): Promise<WorkspaceRow | undefined> {
  const [row] = await orm.select().from(workspaces).where(eq(workspaces.id, id));
  return row;
}

export async function readSettings(orm: Orm | Transaction, id: string): Promise<WorkspaceRow["settings"]> {
  const [row] = await orm.select({ settings: workspaces.settings }).from(workspaces).where(eq(workspaces.id, id));
  return row?.settings ?? {};
}

/** The time zone of a workspace, and the database's time in ms. */
export async function readZoneAndTime(orm: Orm | Transaction, id: string) {
  const { timezone } = workspaces;
  const now = raw<number>`floor(extract(epoch from clock_timestamp()) * 1000)::float8`;
  const [row] = await orm.select({ timezone, now }).from(workspaces).where(eq(workspaces.id, id));
  return row;
}

export async function hasNumber(orm: Orm, id: string, number: number): Promise<boolean> {
  const named = and(eq(workspaces.id, id), eq(workspaces.number, number));
  return (await orm.select({ id: workspaces.id }).from(workspaces).where(named)).length > 0;
}

export async function readDemoIds(orm: Orm): Promise<string[]> {
  const rows = await orm.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.isDemo, true));
  return rows.map(({ id }) => id);
}

/** The settings with which messages are rendered and sent. */
export type SendingWorkspace = {
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
  readonly isDemo: boolean;
  readonly settings: Record<string, unknown>;
  /** What it says about when and how often it sends (`lib/policies`); null: nothing. */
  readonly policies: unknown;
  /** The kinds of channel that are switched on; `null`: the workspace has no channels at all, so none is switched off. */
  readonly channels: readonly string[] | null;
};

export async function readWorkspaces(sql: Connection, ids: readonly string[]): Promise<SendingWorkspace[]> {
  return await sql<SendingWorkspace[]>`
    select id, name, timezone, is_demo as "isDemo", settings,
      (select document from sending_policies where workspace_id = workspaces.id) as policies,
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
