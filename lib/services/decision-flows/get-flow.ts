import type { Context } from "#services";
import { findFlow } from "./find-flow.ts";
import type { DecisionFlow } from "./schema.ts";
import { viewFlow } from "./view-flow.ts";

export async function getFlow(ctx: Context, reference: string): Promise<DecisionFlow> {
  return viewFlow(ctx, await findFlow(ctx, reference));
}
