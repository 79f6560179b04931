import type { Context } from "#services";
import { readSettings } from "#store/workspaces";

/** The currency of a workspace, such as EUR; null = none is set. */
export async function currencyOf(ctx: Context): Promise<string | null> {
  const { currency } = await readSettings(ctx.database.orm, ctx.workspaceId);
  return typeof currency === "string" && currency !== "" ? currency : null;
}
