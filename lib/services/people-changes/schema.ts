import * as z from "zod";
import { withRules } from "#journey";
import { Reference } from "#services";

/** People are erased by the hundred, not by the million: a mistake cannot be taken back. */
export const MOST_ERASED = 1_000;

const Tag = z.string().trim().min(1).max(255);

/** What happens to each of the people. */
const Change = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("tag"), tag: Tag }),
    z.strictObject({ type: z.literal("untag"), tag: Tag }),
    z.strictObject({ type: z.literal("add_to_segment"), segmentId: Reference }),
    z.strictObject({ type: z.literal("remove_from_segment"), segmentId: Reference }),
    z.strictObject({ type: z.literal("enroll"), journeyId: Reference }),
    z.strictObject({ type: z.literal("take_out"), journeyId: Reference }),
    z.strictObject({
      type: z.literal("erase"),
      people: z.int().min(1).max(MOST_ERASED).meta({
        description: "How many people this erases, as a confirmation; any other number is refused",
      }),
    }),
  ])
  .meta({ id: "PeopleChange" });
export type Change = z.infer<typeof Change>;

/** One change of many people: those listed, or all who match a filter; an empty filter means everyone. */
export const PeopleChangeInput = withRules(
  z.strictObject({
    personIds: z.array(z.uuid()).min(1).max(10_000).optional(),
    filter: z
      .strictObject({
        search: z.string().trim().min(1).max(255).optional(),
        segmentId: z.string().min(1).max(255).optional(),
        tag: z.string().min(1).max(255).optional(),
      })
      .optional()
      .meta({ description: "As in the list of people" }),
    change: Change,
  }),
  {
    holds: ({ personIds, filter }) => (personIds === undefined) !== (filter === undefined),
    error: "Give one of personIds and filter",
    field: "personIds",
  },
);
export type PeopleChangeInput = z.infer<typeof PeopleChangeInput>;
