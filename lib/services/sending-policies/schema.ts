import * as z from "zod";
import { SendingPolicies } from "#policies";
import { Timestamp } from "#services";

export const SendingPoliciesInput = SendingPolicies.extend({
  revision: z.int().min(0).optional().meta({
    description: "The revision that was changed: 409 if it is not the latest; without it the latest is replaced",
  }),
});
export type SendingPoliciesInput = z.infer<typeof SendingPoliciesInput>;

export const SendingPoliciesView = SendingPolicies.extend({
  revision: z.int().meta({ description: "0: nothing was set yet" }),
  updatedAt: Timestamp.nullable(),
}).meta({ id: "SendingPolicies" });
export type SendingPoliciesView = z.infer<typeof SendingPoliciesView>;

const Named = z.object({ id: z.string(), name: z.string() });

export const JourneyConflict = z.object({
  journeys: z.tuple([Named, Named]),
  inBoth: z.int().meta({ description: "People who are in both now" }),
  sameChannel: z
    .array(z.object({ channel: z.string(), people: z.int() }))
    .meta({ description: "People who got messages of both on the channel within 24 hours, in the last seven days" }),
});
export type JourneyConflict = z.infer<typeof JourneyConflict>;

export const JourneyConflicts = z
  .object({
    exact: z.boolean().meta({ description: "false: estimated from a share of all people" }),
    conflicts: z.array(JourneyConflict),
  })
  .meta({ id: "JourneyConflicts" });
export type JourneyConflicts = z.infer<typeof JourneyConflicts>;

export const Occurrence = z.object({ journey: Named, at: Timestamp }).meta({ id: "Occurrence" });
export type Occurrence = z.infer<typeof Occurrence>;
