import { and, eq } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import type { Connection } from "../sql/connection.ts";
import { providers } from "./table.ts";

export type ProviderRow = {
  readonly id: string;
  readonly workspaceId: string;
  readonly service: string;
  readonly settings: Record<string, unknown>;
  readonly secrets: string;
  readonly updatedAt: Date | string;
};

const columns = (sql: Connection) =>
  sql`id, workspace_id as "workspaceId", service, settings, secrets, updated_at as "updatedAt"`;

/** The services of workspaces. */
export async function readProviders(sql: Connection, workspaceIds: readonly string[]): Promise<ProviderRow[]> {
  return await sql<ProviderRow[]>`
    select ${columns(sql)} from providers where workspace_id = any(${[...workspaceIds]}::text[]::uuid[])
    order by service`;
}

/** The service that an address for reports names, whatever its workspace. */
export async function readProvider(sql: Connection, id: string): Promise<ProviderRow | undefined> {
  const [row] = await sql<ProviderRow[]>`select ${columns(sql)} from providers where id = ${id}`;
  return row;
}

/** The keys of the endpoints that live-data steps of a workspace may ask. */
export async function readEndpointKeys(orm: Orm | Transaction, workspaceId: string): Promise<string[]> {
  const [row] = await orm
    .select({ settings: providers.settings })
    .from(providers)
    .where(and(eq(providers.workspaceId, workspaceId), eq(providers.service, "endpoints")));
  const { endpoints } = row?.settings ?? {};
  if (!Array.isArray(endpoints)) return [];
  return endpoints.flatMap(({ key }: { readonly key?: unknown }) => (typeof key === "string" ? [key] : []));
}

/** Whether any of these services is set up in a workspace that is not the Demo. */
export async function hasProvider(sql: Connection, services: readonly string[]): Promise<boolean> {
  const rows = await sql`
    select from providers p join workspaces w on w.id = p.workspace_id
    where p.service = any(${[...services]}::text[]) and not w.is_demo limit 1`;
  return rows.length > 0;
}
