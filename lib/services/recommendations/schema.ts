import * as z from "zod";
import { NewContent } from "#services/content";
import { PlaceWarning } from "#services/places";

const LocalRef = z.string().trim().min(1).max(120);

const TemplateData = NewContent.extend({
  type: NewContent.shape.type.default("email"),
  localRef: LocalRef.optional().meta({ description: "The name by which journeys of this tree use it: `templateRef`" }),
});

/** The steps and the trigger event may be written in either case; the dialect reads them. */
const JourneyData = z.strictObject({
  name: z.string().trim().min(1).max(255),
  description: z.string().max(10_000).nullish(),
  trigger_event: z.string().max(255).optional(),
  triggerEvent: z.string().max(255).optional(),
  machine_config: z.unknown().optional(),
  machineConfig: z.unknown().optional(),
  localRef: LocalRef.optional(),
});
export type JourneyData = z.infer<typeof JourneyData>;

export type Recommendation = {
  readonly children?: readonly Recommendation[] | undefined;
} & (
  | { readonly type: "template"; readonly data: z.infer<typeof TemplateData> }
  | { readonly type: "journey"; readonly data: JourneyData }
);

const children = z.lazy((): z.ZodType<Recommendation[]> => z.array(Recommendation).max(500));

/** A tree of templates and journeys; the place in the tree means nothing to what is created. */
export const Recommendation: z.ZodType<Recommendation> = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("template"), data: TemplateData, children: children.optional() }),
    z.strictObject({ type: z.literal("journey"), data: JourneyData, children: children.optional() }),
  ])
  .meta({ id: "Recommendation" });

export const Accepted = z.object({
  ids: z.record(z.string(), z.int()).meta({ description: "The created ids by `localRef`" }),
  created: z.array(
    z.object({ type: z.enum(["template", "journey"]), id: z.int(), localRef: z.string().nullable(), name: z.string() }),
  ),
  warnings: z.array(PlaceWarning).optional().meta({ description: "What is stored as it was given and does nothing" }),
});
export type Accepted = z.infer<typeof Accepted>;
