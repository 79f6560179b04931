import * as z from "zod";
import { NewContent } from "#services/content";
import { NewDecisionFlow } from "#services/decision-flows";
import { JourneyDetail, Problem } from "#services/journeys";
import { NewOffer } from "#services/offers";
import { NewSegment } from "#services/segments";

const BUNDLE_FORMAT = "sojourn-bundle";
const Key = z.string().min(1).max(255);
const most = 1_000;

/** A journey with everything that it needs, by key, so that another workspace can take it. */
export const Bundle = z
  .strictObject({
    format: z.literal(BUNDLE_FORMAT),
    version: z.literal(1),
    key: Key,
    journey: z.unknown().meta({ description: "The draft in the format `native`" }),
    segments: z.array(NewSegment).max(most),
    content: z.array(NewContent).max(most),
    offers: z.array(NewOffer).max(most),
    decisionFlows: z.array(NewDecisionFlow).max(most),
    needs: z
      .strictObject({
        journeys: z.array(Key).max(most),
        campaigns: z.array(Key).max(most),
        channels: z.array(Key).max(most),
      })
      .meta({ description: "What has to be there already, as it is not part of the bundle" }),
  })
  .meta({ id: "Bundle" });
export type Bundle = z.infer<typeof Bundle>;

export const BundleInput = z.strictObject({
  bundle: Bundle,
  dryRun: z.boolean().optional().meta({ description: "Report what would be created and changed, and store nothing" }),
});
export type BundleInput = z.infer<typeof BundleInput>;

export const PromoteInput = z.strictObject({
  workspaceId: z.uuid().meta({ description: "The workspace that the journey is taken to" }),
  dryRun: BundleInput.shape.dryRun,
});
export type PromoteInput = z.infer<typeof PromoteInput>;

export const BundlePart = z
  .object({
    kind: z.enum(["segment", "content", "offer", "decisionFlow", "journey"]),
    key: z.string(),
    change: z.enum(["created", "changed", "unchanged"]),
    fields: z.array(z.string()).meta({ description: "The fields that differ" }),
  })
  .meta({ id: "BundlePart" });
export type BundlePart = z.infer<typeof BundlePart>;

export const TakenBundle = z
  .object({
    dryRun: z.boolean(),
    parts: z.array(BundlePart),
    journey: JourneyDetail.nullable().meta({ description: "The draft; null in a dry run" }),
    warnings: z.array(Problem).meta({ description: "What the draft still needs before it can be published" }),
  })
  .meta({ id: "TakenBundle" });
export type TakenBundle = z.infer<typeof TakenBundle>;
