import { installationSecret } from "#config";
import { PROVIDER_SERVICES } from "#providers";
import { type Context, requireRole } from "#services";
import { readInstallationSecret } from "#store/installation";
import { readProviders } from "#store/providers";
import type { Provider } from "./schema.ts";
import { viewProvider } from "./view-provider.ts";

/** Every service that a workspace can set up, with its settings if it has. */
export async function listProviders(ctx: Context): Promise<Provider[]> {
  requireRole(ctx, "owner");
  const installation = await installationSecret(() => readInstallationSecret(ctx.database.sql));
  const rows = await readProviders(ctx.database.sql, [ctx.workspaceId]);
  return PROVIDER_SERVICES.map((service) =>
    viewProvider(
      service,
      rows.find((row) => row.service === service),
      installation,
    ),
  );
}
