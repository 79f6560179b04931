import * as z from "zod";
import type { JourneyEdge } from "../schema.ts";
import { type NodeKind, PASSES, text } from "./kind.ts";

/** Number of people that every path must have had before shares are learned, unless the node says otherwise. */
export const SPLIT_MIN_SAMPLE = 100;
/** Percent that every path keeps while shares are learned, unless the node says otherwise. */
export const SPLIT_MIN_SHARE = 5;

/** Whether a percentage has at most one decimal: shares are entered and compared in tenths. */
export function isTenths(percent: number): boolean {
  return Math.abs(percent * 10 - Math.round(percent * 10)) < 1e-6;
}

/**
 * Config of SPLIT; the shares are on the edges (`weight`). `sticky` keeps a person's path on every enrollment;
 * `holdout` names the path (edge id or name, its branch or label) whose people are the control; `thompson` learns the
 * shares of the others.
 */
export const SplitConfig = z.object({
  sticky: z.union([z.boolean(), z.literal("person")]).optional(),
  holdout: z.string().max(255).nullish(),
  allocation: z.enum(["fixed", "thompson"]).optional(),
  minSample: z.int().min(1).max(1_000_000).optional(),
  minShare: z.number().min(0).max(50).refine(isTenths, "has more than one decimal").optional(),
});
export type SplitConfig = z.infer<typeof SplitConfig>;

/** The edge of the control path; null = no holdout is set, or no edge has that name. */
export function holdoutEdge(holdout: unknown, outgoing: readonly JourneyEdge[]): JourneyEdge | null {
  if (typeof holdout !== "string" || holdout === "") return null;
  const names = [
    (edge: JourneyEdge) => edge.id,
    (edge: JourneyEdge) => edge.name,
    (edge: JourneyEdge) => edge.branch,
    (edge: JourneyEdge) => edge.label,
  ];
  for (const nameOf of names) {
    const found = outgoing.find((edge) => edge.trigger === null && nameOf(edge) === holdout);
    if (found !== undefined) return found;
  }
  return null;
}

export const split: NodeKind<typeof SplitConfig> = {
  ...PASSES,
  dividesPeople: true,
  type: "SPLIT",
  configSchema: SplitConfig,
  // Earlier enrollments of the person matter: a person who takes another path later has seen both paths, but counts for
  // one.
  readsPerson: () => true,
  changesPeople: false,
  defaults: () => ({ sticky: true }),
  exits: (node, document) =>
    document.edges
      .filter((edge) => edge.sourceNodeId === node.id && edge.trigger === null)
      .map((edge) => ({ key: edge.name, label: edge.label ?? edge.branch ?? edge.name })),
  summary(config) {
    const parts = [config.allocation === "thompson" ? "Shares adapt to results" : "Random"];
    if (config.sticky === true || config.sticky === "person") parts.push("the same path for each person");
    if (text(config.holdout) !== "") parts.push("with a holdout");
    return parts.join(", ");
  },
};
