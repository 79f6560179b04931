import type { Context } from "#services";
import { findProvider } from "./get-provider.ts";

/**
 * The key with which pages subscribe to web push (`applicationServerKey`); it is public. Null: the workspace sends no web
 * push.
 */
export async function pushKey(ctx: Context): Promise<{ readonly publicKey: string | null }> {
  const row = await findProvider(ctx, "web_push");
  const { publicKey } = row?.settings ?? {};
  return { publicKey: typeof publicKey === "string" ? publicKey : null };
}
