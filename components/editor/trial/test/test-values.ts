import * as z from "zod";
import type { FieldProblem, TestInput } from "#data";
import { fieldOf } from "#data";
import { isEntry, type JourneyNode, type JsonObject, parseDuration } from "#journey";
import { splitList } from "#values";

const Properties = z.custom<JsonObject>().optional();

/** The person and events of a test run, as the form holds them. */
export const TestValues = z
  .object({
    who: z.enum(["person", "sample"]),
    personId: z.string(),
    traits: Properties,
    tags: z.string().max(2_000, "At most 2,000 characters."),
    stage: z.string().max(255, "At most 255 characters."),
    eventName: z.string().max(255, "At most 255 characters."),
    properties: Properties,
    events: z
      .array(
        z.object({
          after: z
            .string()
            .refine((text) => parseDuration(text) !== null, "Enter the time after the start, such as 2h or 3d."),
          eventName: z.string().trim().min(1, "Which event?").max(255, "At most 255 characters."),
          properties: Properties,
        }),
      )
      .max(50, "At most 50 events."),
  })
  .refine(({ who, personId }) => who === "sample" || personId !== "", {
    path: ["personId"],
    error: "Choose a person, or try a sample.",
  });
export type TestValues = z.infer<typeof TestValues>;

/** A sample and the event that starts the journey, to begin with. */
export function firstValues(nodes: readonly JourneyNode[]): TestValues {
  return {
    who: "sample",
    personId: "",
    traits: { email: "sample@example.com", plan: "pro" },
    tags: "",
    stage: "",
    ...startOf(nodes),
    events: [],
  };
}

/** The event the first trigger waits for; empty if no event is needed. */
export function startOf(nodes: readonly JourneyNode[]): Pick<TestValues, "eventName" | "properties"> {
  const trigger = nodes.find(isEntry);
  const config = (trigger?.config.triggerConfig ?? {}) as JsonObject;
  const text = (key: string) => (typeof config[key] === "string" ? String(config[key]) : "");
  switch (trigger?.config.triggerType) {
    case "CUSTOM_EVENT":
      return { eventName: text("eventName"), properties: config.filter as JsonObject | undefined };
    case "URL_MATCH":
      return { eventName: "page.viewed", properties: { url: text("pattern"), path: text("pattern") } };
    case "ELEMENT_CLICK":
      return { eventName: "page.clicked", properties: { selector: text("selector") } };
    default:
      return { eventName: "", properties: undefined };
  }
}

/** What to send; the draft comes on top. */
export function inputOf(values: TestValues): TestInput {
  const { who, personId, eventName, properties, events } = values;
  return {
    ...(who === "person" ? { personId } : { person: sampleOf(values) }),
    ...(eventName.trim() ? { trigger: { eventName: eventName.trim(), ...(properties ? { properties } : {}) } } : {}),
    ...(events.length > 0
      ? {
          events: events.map((event) => ({
            after: event.after,
            eventName: event.eventName.trim(),
            ...(event.properties ? { properties: event.properties } : {}),
          })),
        }
      : {}),
  };
}

function sampleOf({ traits, tags, stage }: TestValues): NonNullable<TestInput["person"]> {
  const list = splitList(tags);
  return {
    traits: traits ?? {},
    ...(list.length > 0 ? { tags: list } : {}),
    ...(stage.trim() ? { stage: stage.trim() } : {}),
  };
}

/** The form's field for a field the server refused; `null` when it has none. */
export function formField(problem: FieldProblem): string | null {
  const path = fieldOf(problem);
  if (!path) return null;
  if (path === "personId" || /^events\.\d+\.(after|eventName)$/.test(path)) return path;
  if (path.startsWith("trigger")) return "eventName";
  if (path === "person.stage") return "stage";
  return path.startsWith("person.tags") ? "tags" : null;
}
