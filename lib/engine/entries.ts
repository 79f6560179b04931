import {
  eventName,
  isEntry,
  type JourneyDocument,
  type JsonObject,
  readEntryConditions,
  TriggerConfig,
} from "#journey";
import type { ProgramEntry } from "./program.ts";

/** The ways in: one a TRIGGER, in the order of the document; an `event` among the entry conditions adds one. */
export function entriesOf(document: JourneyDocument): ProgramEntry[] {
  const entries: ProgramEntry[] = [];
  for (const node of document.nodes) {
    if (!isEntry(node)) continue;
    const parsed = TriggerConfig.safeParse(node.config);
    if (!parsed.success) continue;
    const { triggerType, triggerConfig } = parsed.data;
    entries.push({
      nodeId: node.id,
      kind: triggerType,
      eventName: entryEvent(parsed.data),
      config: withFilters(triggerConfig as JsonObject, node.config),
    });
  }
  const event = entryEventOf(document);
  const first = entries[0];
  if (event !== null && first !== undefined) {
    entries.push({
      nodeId: first.nodeId,
      kind: "CUSTOM_EVENT",
      eventName: eventName(event),
      config: { eventName: event },
    });
  }
  return entries;
}

/** Filters may stand beside `triggerConfig` or inside it. */
function withFilters(inner: JsonObject, outer: JsonObject): JsonObject {
  return {
    ...(outer.filter === undefined ? {} : { filter: outer.filter }),
    ...(outer.expression === undefined ? {} : { expression: outer.expression }),
    ...inner,
  };
}

function entryEventOf(document: JourneyDocument): string | null {
  const conditions = document.settings.entryConditions;
  if (typeof conditions !== "object" || conditions === null || !("event" in conditions)) return null;
  try {
    return readEntryConditions(conditions as JsonObject).event ?? null;
  } catch {
    return null;
  }
}

function entryEvent(config: TriggerConfig): string | null {
  switch (config.triggerType) {
    case "CUSTOM_EVENT":
      return eventName(config.triggerConfig.eventName);
    case "URL_MATCH":
      return "page.viewed";
    case "ELEMENT_CLICK":
      return "page.clicked";
    case "SEGMENT_ENTERED":
      return "segment.entered";
    case "SEGMENT_LEFT":
      return "segment.left";
    default:
      return null;
  }
}
