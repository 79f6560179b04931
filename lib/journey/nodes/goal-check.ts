import * as z from "zod";
import { type NodeKind, PASSES } from "./kind.ts";

/** Config of GOAL_CHECK: branches on whether the journey's goal was reached since enrollment. */
export const GoalCheckConfig = z.object({});
export type GoalCheckConfig = z.infer<typeof GoalCheckConfig>;

export const goalCheck: NodeKind<typeof GoalCheckConfig> = {
  ...PASSES,
  type: "GOAL_CHECK",
  configSchema: GoalCheckConfig,
  readsPerson: () => true,
  changesPeople: false,
  defaults: () => ({}),
  exits: () => [
    { key: "MET", label: "Goal met" },
    { key: "NOT_MET", label: "Not met" },
  ],
  summary: () => "Has the goal been reached?",
};
