import * as z from "zod";
import { type NodeKind, PASSES, text } from "./kind.ts";

/** Config of DECIDE: requests offers from a decision flow. */
export const DecideConfig = z.object({
  decisionFlowId: z.union([z.string().min(1), z.number()]),
  maxOffers: z.number().int().min(1).max(100).default(1),
  storeResultAs: z.string().min(1).max(120).optional(),
});
export type DecideConfig = z.infer<typeof DecideConfig>;

export const decide: NodeKind<typeof DecideConfig> = {
  ...PASSES,
  type: "DECIDE",
  configSchema: DecideConfig,
  readsPerson: () => true,
  changesPeople: false,
  decides: true,
  defaults: () => ({ maxOffers: 1 }),
  exits: () => [
    { key: "offer", label: "Offer found" },
    { key: "none", label: "No offer" },
  ],
  summary: (config) =>
    config.decisionFlowId ? `Ask ${text(config.decisionFlowId) || config.decisionFlowId}` : "Choose a decision flow",
};
