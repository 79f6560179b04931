import type { Context } from "#services";

/** The zone that the workspace lives in. */
export async function workspaceZone(ctx: Context): Promise<string> {
  const [row] = await ctx.database.sql<{ timezone: string }[]>`
    select timezone from workspaces where id = ${ctx.workspaceId}`;
  return row?.timezone ?? "UTC";
}
