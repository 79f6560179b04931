import * as z from "zod";
import { type Context, ROLES } from "#services";
import { readSettings } from "#store/workspaces";

/**
 * Who may approve plans to publish, in the workspace's settings under `plans`. A count may drift by `tolerancePercent` of
 * itself or by `tolerancePeople`, whichever is more, until the
 * approval is void; by none unless the owners allow it.
 */
export const PlanPolicy = z.strictObject({
  fourEyes: z.boolean().default(true).meta({ description: "Nobody approves what they, or a key of theirs, handed in" }),
  approver: z.enum(ROLES).exclude(["viewer"]).default("editor"),
  tolerancePercent: z.number().min(0).max(100).default(0),
  tolerancePeople: z.int().min(0).max(1_000_000).default(0),
});
export type PlanPolicy = z.infer<typeof PlanPolicy>;

export async function readPlanPolicy(ctx: Context): Promise<PlanPolicy> {
  const { plans = {} } = await readSettings(ctx.database.orm, ctx.workspaceId);
  return PlanPolicy.catch(PlanPolicy.parse({})).parse(plans ?? {});
}
