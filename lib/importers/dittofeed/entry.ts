import type { JsonObject } from "#journey";
import type { SketchNode } from "../graph/sketch.ts";
import { objectOf, textOf } from "../json.ts";
import { EXIT_ID, type Library } from "./library.ts";

type Fields = Readonly<Record<string, unknown>>;
type Entry = { readonly trigger: SketchNode; readonly start: string | null; readonly settings: JsonObject };

const INCLUDE = "To enroll those who are in the segment already, choose that when you publish.";

/** How people enter: by joining a segment or by an event; a key makes enrollments of one person different ones. */
export function entryOf(journey: Fields, pointer: string, library: Library): Entry {
  const entry = objectOf(objectOf(journey.definition).entryNode);
  const type = textOf(entry.type);
  const about = {
    pointer: `${pointer}/definition/entryNode`,
    subject: "step" as const,
    id: "entry",
    name: "Entry",
    type,
  };
  const start = textOf(entry.child) || EXIT_ID;
  const again = journey.canRunMultiple === true || entry.reEnter === true;
  const key = textOf(entry.key);
  if (type === "EventEntryNode") {
    const eventName = textOf(entry.event);
    const reEntry = again ? (key === "" ? "every" : "restart") : "once";
    library.outline.note(about, {
      level: eventName === "" ? "approximated" : "taken_over",
      reason: eventName === "" ? "It names no event: choose one." : null,
      unfinished: eventName === "",
    });
    const config = { triggerType: "CUSTOM_EVENT", triggerConfig: eventName === "" ? {} : { eventName } };
    return { trigger: triggerOf(config), start, settings: { reEntry, ...(key === "" ? {} : { instanceKey: key }) } };
  }
  if (type === "EntryNode") {
    const segment = library.segment(textOf(entry.segment));
    library.outline.note(about, { level: "approximated", reason: `The segment is created empty. ${INCLUDE}` });
    const config = { triggerType: "SEGMENT_ENTERED", triggerConfig: { segment } };
    return { trigger: triggerOf(config), start, settings: { reEntry: again ? "restart" : "once" } };
  }
  library.outline.note(about, {
    level: "approximated",
    reason: `Entries of the type ${type || "none"} have no counterpart: people are enrolled by hand.`,
  });
  return { trigger: triggerOf({ triggerType: "MANUAL", triggerConfig: {} }), start, settings: { reEntry: "once" } };
}

const triggerOf = (config: JsonObject): SketchNode => ({ key: "entry", name: "Entry", type: "TRIGGER", config });
