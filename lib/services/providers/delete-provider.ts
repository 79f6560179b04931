import type { ProviderService } from "#providers";
import { audit, type Context, notFound, requireRole } from "#services";
import { deleteProviderRow } from "#store/providers";

/** Takes a set-up away. Its messages are stored from then on, as before; its address for reports ends. */
export async function deleteProvider(ctx: Context, service: ProviderService): Promise<void> {
  requireRole(ctx, "owner");
  const { workspaceId } = ctx;
  await ctx.database.orm.transaction(async (tx) => {
    if (!(await deleteProviderRow(tx, { workspaceId, service }))) throw notFound("provider");
    await audit(tx, ctx, "provider.remove", workspaceId, { service });
  });
}
