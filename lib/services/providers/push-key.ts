import * as z from "zod";
import type { Context } from "#services";
import { findProvider } from "./get-provider.ts";

export const PushKey = z.object({
  publicKey: z.string().nullable().meta({ description: "null: the workspace sends no web push" }),
});
export type PushKey = z.infer<typeof PushKey>;

/** The key with which pages subscribe to web push (`applicationServerKey`); it is public. */
export async function pushKey(ctx: Context): Promise<PushKey> {
  const row = await findProvider(ctx, "web_push");
  const { publicKey } = row?.settings ?? {};
  return { publicKey: typeof publicKey === "string" ? publicKey : null };
}
