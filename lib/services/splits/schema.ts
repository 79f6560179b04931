import * as z from "zod";
import { Timestamp } from "#services";

const Rate = z.number();

const SplitBranch = z.object({
  edgeId: z.string(),
  key: z.string().meta({ description: "The edge's name" }),
  label: z.string(),
  weight: z.number().meta({ description: "Share of 100 on the canvas" }),
  currentWeight: z.number().meta({ description: "Share of 100 by which new people are assigned" }),
  holdout: z.boolean(),
  entered: z.int().meta({ description: "People whose first visit took this path; the same as `people`" }),
  people: z.int().meta({ description: "People whose first visit took this path, each once" }),
  visits: z.int().meta({ description: "All visits of this path, including repeated visits" }),
  converted: z.int().meta({ description: "Those of the people who reached the goal afterwards" }),
  rate: Rate,
  interval: z.tuple([Rate, Rate]).meta({ description: "Wilson's 95 % interval of the rate" }),
  probabilityBest: z
    .number()
    .nullable()
    .meta({ description: "The probability that this path has the highest rate; null for the holdout" }),
  lift: z
    .object({ value: z.number(), interval: z.tuple([z.number(), z.number()]) })
    .nullable()
    .meta({ description: "The improvement over the holdout, as a share of its rate, with a 95 % interval" }),
});

export const Split = z
  .object({
    nodeId: z.string(),
    name: z.string(),
    allocation: z.enum(["fixed", "thompson"]),
    minSample: z.int().meta({ description: "People on every path before shares are learned" }),
    minShare: z.number().meta({ description: "Percent that every path keeps while shares are learned" }),
    sticky: z.boolean(),
    branches: z.array(SplitBranch),
    promotedEdgeId: z.string().nullable(),
    reweightedAt: Timestamp.nullable().meta({
      description: "When the current shares replaced the shares of the canvas",
    }),
  })
  .meta({ id: "Split" });
export type Split = z.infer<typeof Split>;

export const PromoteInput = z.strictObject({
  edgeId: z.uuid(),
  endHoldout: z
    .boolean()
    .default(false)
    .meta({ description: "Give the holdout's share to the winner too; by default it continues as the control group" }),
});
export type PromoteInput = z.infer<typeof PromoteInput>;
