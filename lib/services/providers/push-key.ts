import type { Context } from "#services";
import { findProvider } from "./get-provider.ts";

/** The key with which browsers subscribe to push messages of the workspace; null: web push is not set up. */
export async function pushKeyOf(ctx: Context): Promise<string | null> {
  const provider = await findProvider(ctx, "web_push");
  const key = provider?.settings.publicKey;
  return typeof key === "string" ? key : null;
}
