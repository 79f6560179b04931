import * as z from "zod";
import { type NodeKind, never } from "./kind.ts";

/** Config of GOAL_CHECK: the journey's goal, reached since enrollment or not. */
export const GoalCheckConfig = z.object({});
export type GoalCheckConfig = z.infer<typeof GoalCheckConfig>;

export const goalCheck: NodeKind<typeof GoalCheckConfig> = {
  type: "GOAL_CHECK",
  configSchema: GoalCheckConfig,
  defaults: () => ({}),
  exits: () => [
    { key: "MET", label: "Goal met" },
    { key: "NOT_MET", label: "Not met" },
  ],
  waits: never,
  summary: () => "Has the goal been reached?",
};
