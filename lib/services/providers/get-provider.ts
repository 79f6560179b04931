import type { ProviderService } from "#providers";
import type { Context } from "#services";
import { type ProviderRow, readProviders } from "#store/providers";

/** The service as the workspace has set it up; undefined = not at all. */
export async function findProvider(ctx: Context, service: ProviderService): Promise<ProviderRow | undefined> {
  const rows = await readProviders(ctx.database.sql, [ctx.workspaceId]);
  return rows.find((row) => row.service === service);
}
