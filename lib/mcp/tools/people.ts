import * as z from "zod";
import { JsonObject } from "#journey";
import { getEnrollment, listPersonEnrollments } from "#services/enrollments";
import { Explanation, explainPerson } from "#services/explain";
import { getPerson, listPeople, Person } from "#services/people";
import { JourneyName, listOf, pageInput, pageOf } from "../fields.ts";
import { seesPeople, type ToolCaller, tool } from "../tool.ts";

const PersonName = z.string().min(1).max(255).meta({ description: "The person's id or external id" });

/** Without the scope personal: who they are and their traits are left out. */
const ShownPerson = Person.partial({ externalId: true, anonymousId: true, traits: true });

function shown(caller: ToolCaller, person: Person): z.infer<typeof ShownPerson> {
  if (seesPeople(caller)) return person;
  const { externalId: _, anonymousId: _anonymous, traits: _traits, ...rest } = person;
  return rest;
}

export const findPeopleTool = tool({
  title: "Find people",
  description:
    "People of the workspace, newest first. Traits and external ids are shown to keys with the scope personal.",
  scope: "read",
  changes: false,
  input: z.strictObject({
    ...pageInput,
    segment: z.string().max(255).optional().meta({ description: "A segment's id, key or number" }),
    tag: z.string().max(255).optional(),
    externalId: z.string().max(255).optional(),
  }),
  output: listOf(ShownPerson),
  handler: async (caller, { segment, tag, externalId, ...page }) => {
    const { data, meta } = await listPeople(caller.ctx, { ...pageOf(page), segmentId: segment, tag, externalId });
    return { data: data.map((person) => shown(caller, person)), meta };
  },
});

export const showPersonTool = tool({
  title: "Show a person",
  description: "Tags, stage and segments of a person; traits and external ids with the scope personal.",
  scope: "read",
  changes: false,
  input: z.strictObject({ person: PersonName }),
  output: z.object({ person: ShownPerson }),
  handler: async (caller, { person }) => ({ person: shown(caller, await getPerson(caller.ctx, person)) }),
});

const TimelineEntry = z.object({
  id: z.string(),
  journeyId: z.string(),
  journeyName: z.string(),
  status: z.string(),
  exitReason: z.string().nullable(),
  enrolledAt: z.string(),
  endedAt: z.string().nullable(),
  nodeId: z.string().nullable(),
});

export const personTimelineTool = tool({
  title: "Timeline of a person",
  description: "The journeys that a person is or was in, newest first; show_enrollment has the hops of one.",
  scope: "read",
  changes: false,
  input: z.strictObject({ person: PersonName, ...pageInput }),
  output: listOf(TimelineEntry),
  handler: ({ ctx }, { person, ...page }) => listPersonEnrollments(ctx, person, pageOf(page)),
});

export const showEnrollmentTool = tool({
  title: "Show an enrollment",
  description:
    "Every hop of one person's way through a journey. Why each was made needs the scope personal, as it names values.",
  scope: "read",
  changes: false,
  input: z.strictObject({ journey: JourneyName, enrollmentId: z.uuid() }),
  output: TimelineEntry.extend({
    versionNumber: z.int(),
    transitions: z.array(
      z.object({
        id: z.string(),
        fromNodeName: z.string().nullable(),
        toNodeName: z.string().nullable(),
        at: z.string(),
        cause: z.string(),
        sentence: z.string().optional(),
        receipt: JsonObject.optional(),
      }),
    ),
  }),
  handler: async (caller, { journey, enrollmentId }) => {
    const { transitions, ...found } = await getEnrollment(caller.ctx, journey, enrollmentId);
    const sees = seesPeople(caller);
    return {
      ...found,
      transitions: transitions.map(({ sentence, receipt, ...hop }) => (sees ? { ...hop, sentence, receipt } : hop)),
    };
  },
});

const Reason = Explanation.shape.reasons.element.partial({ text: true, detail: true });

export const explainPersonTool = tool({
  title: "Why is a person in a journey, or not",
  description:
    "The engine's own checks for one person, evaluated now. With the scope personal in sentences and with the values that decided; without it by codes.",
  scope: "read",
  changes: false,
  input: z.strictObject({ journey: JourneyName, person: PersonName }),
  output: Explanation.extend({ sentence: z.string().optional(), reasons: z.array(Reason) }),
  handler: async (caller, { journey, person }) => {
    const { id } = await getPerson(caller.ctx, person);
    const asked = { personId: id, clock: "person" } as const;
    const { sentence, reasons, ...found } = await explainPerson(caller.ctx, journey, asked);
    if (seesPeople(caller)) return { ...found, sentence, reasons };
    return { ...found, reasons: reasons.map(({ code, at }) => ({ code, at })) };
  },
});
