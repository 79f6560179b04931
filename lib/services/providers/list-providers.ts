import { PROVIDER_SERVICES } from "#providers";
import { type Context, requireRole } from "#services";
import { readProviders } from "#store/providers";
import { installationSecret } from "./installation-secret.ts";
import type { Provider } from "./schema.ts";
import { viewProvider } from "./view-provider.ts";

/** Every service that a workspace can set up, with its settings if it has. */
export async function listProviders(ctx: Context): Promise<Provider[]> {
  requireRole(ctx, "owner");
  const installation = await installationSecret(ctx);
  const rows = await readProviders(ctx.database.sql, [ctx.workspaceId]);
  return PROVIDER_SERVICES.map((service) =>
    viewProvider(
      service,
      rows.find((row) => row.service === service),
      installation,
    ),
  );
}
