import type { Context } from "#services";
import { findIdentity } from "./find-identity.ts";
import type { SenderIdentity } from "./schema.ts";
import { viewIdentity } from "./view-identity.ts";

export async function getIdentity(ctx: Context, reference: string): Promise<SenderIdentity> {
  return viewIdentity(ctx, await findIdentity(ctx, reference));
}
