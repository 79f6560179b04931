import { isObject } from "#values";
import { isEntry, type Operation } from "../nodes/index.ts";
import type { Canvas, GoalConfig, JourneyDocument, JourneyEdge, JourneyNode, JsonObject } from "../schema.ts";
import { isInParts } from "../settings.ts";
import { canvasOf } from "./annotations.ts";

/** Maps that people wrote: their keys are property names and their values are data, so they are not changed. */
const DATA: ReadonlySet<string> = new Set(["filter", "eventFilter", "properties", "variables", "value"]);
const EVENT_NAMES: ReadonlySet<string> = new Set(["eventName", "event"]);
/** An object with one of these fields is about an event, and may have a filter. */
const ABOUT_EVENTS = ["eventName", "event", "triggerType"];

/** Operations that name a trait. */
const NAMES_ATTRIBUTE: ReadonlySet<unknown> = new Set<Operation["type"]>(["set_attribute", "unset_attribute"]);

/**
 * Normalizes the field names of a document: trims event names (as event intake does), renames `eventFilter` to
 * `filter`, and the `key` of `set_attribute` to `attribute`. All other fields stay.
 */
export function tidyDocument<Document extends JourneyDocument>(document: Document): Document {
  return {
    ...document,
    ...tidyCanvas(document),
    settings: tidySettings(document.settings),
    goalConfig: document.goalConfig === null ? null : tidyGoal(document.goalConfig),
  };
}

export function tidyCanvas({ nodes, edges, annotations }: Canvas): Canvas {
  return canvasOf({ nodes: nodes.map(tidyNode), edges: edges.map(tidyEdge), annotations });
}

function tidyNode(node: JourneyNode): JourneyNode {
  const config = tidyObject(node.config);
  const { triggerConfig } = config;
  if (!isEntry(node) || !isObject(triggerConfig)) return { ...node, config };
  return { ...node, config: { ...config, triggerConfig: renamed(triggerConfig, "eventFilter", "filter") } };
}

/** An edge calls its filter `eventFilter`, so here `filter` is the name to replace. */
function tidyEdge(edge: JourneyEdge): JourneyEdge {
  const { trigger } = edge;
  // Only event triggers have these fields; other triggers may carry unknown fields of the same names, which must stay.
  if (trigger?.type !== "event") return edge;
  const event = trigger.event.trim() || trigger.event;
  return { ...edge, trigger: { ...(renamed(trigger, "filter", "eventFilter") as typeof trigger), event } };
}

export function tidySettings(settings: JsonObject): JsonObject {
  const { entryConditions, exitConditions } = settings;
  const hasParts = isObject(entryConditions) && isInParts(entryConditions);
  return {
    ...settings,
    ...(hasParts ? { entryConditions: tidyObject(entryConditions) } : {}),
    ...(exitConditions === undefined ? {} : { exitConditions: tidyValue(exitConditions) }),
  };
}

export function tidyGoal(goal: GoalConfig): GoalConfig {
  return { ...goal, config: tidyObject(goal.config) };
}

function tidyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidyValue);
  return isObject(value) ? tidyObject(value) : value;
}

function tidyObject(written: JsonObject): JsonObject {
  const isAboutEvents = ABOUT_EVENTS.some((key) => typeof written[key] === "string");
  const filtered = isAboutEvents ? renamed(written, "eventFilter", "filter") : written;
  const object = NAMES_ATTRIBUTE.has(filtered.type) ? renamed(filtered, "key", "attribute") : filtered;
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      if (DATA.has(key)) return [key, value];
      // A name of only spaces becomes empty and is then reported as missing.
      if (EVENT_NAMES.has(key) && typeof value === "string") return [key, value.trim()];
      return [key, tidyValue(value)];
    }),
  );
}

/** Renames a field; if both fields are given the object stays as it is. */
function renamed(object: JsonObject, from: string, to: string): JsonObject {
  if (object[from] === undefined || object[to] !== undefined) return object;
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]));
}
