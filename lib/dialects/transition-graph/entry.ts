import {
  isEntry,
  isInParts,
  type JourneyDocument,
  type JourneyEdge,
  type JourneyNode,
  type JsonObject,
  readEntryConditions,
} from "#journey";
import { isObject } from "#values";
import { type Losses, quoted } from "../losses.ts";
import { sameJson } from "../same-json.ts";
import type { TransitionGraph } from "./schema.ts";

/** How people enter, as the format says it. */
export type Entry = Pick<TransitionGraph, "entryEvent" | "entryNode" | "entryConditions" | "reEntryPolicy">;

/** The trigger that the format says, and the edge from it to the entry node. */
export type EntryOrigin = { readonly trigger: JourneyNode | null; readonly edge: JourneyEdge | null };

/** Writes the first trigger and the settings about entering. */
export function writeEntry(
  document: JourneyDocument,
  names: ReadonlyMap<string, string>,
  losses: Losses,
): { readonly entry: Entry; readonly origin: EntryOrigin } {
  const [trigger = null, ...others] = document.nodes.filter(isEntry);
  for (const other of others)
    losses.ofNode(other, "type", `The format has one entry, so ${quoted(other)} is left out.`);
  if (trigger === null)
    losses.ofJourney("nodes", "The journey has no trigger; it is written as one that people are enrolled in by hand.");
  const [edge = null, ...more] = document.edges.filter(
    ({ sourceNodeId, targetNodeId }) => sourceNodeId === trigger?.id && names.has(targetNodeId),
  );
  for (const one of more)
    losses.ofEdge(one, "sourceNodeId", `The format has one entry node, so “${one.name}” is left out.`);
  return {
    entry: {
      entryEvent: trigger === null ? null : entryEvent(trigger, losses),
      entryNode: edge === null ? null : (names.get(edge.targetNodeId) ?? null),
      ...entrySettings(document.settings, losses),
    },
    origin: { trigger, edge },
  };
}

function entryEvent(trigger: JourneyNode, losses: Losses): string | null {
  const { triggerType, triggerConfig } = trigger.config;
  const inner: JsonObject = isObject(triggerConfig) ? triggerConfig : {};
  const name = inner.eventName;
  const isEvent = triggerType === "CUSTOM_EVENT" && typeof name === "string" && name !== "";
  for (const field of ["filter", "expression"])
    if (inner[field] !== undefined || trigger.config[field] !== undefined)
      losses.ofNode(trigger, `config.triggerConfig.${field}`, `${quoted(trigger)} is written without its ${field}.`);
  if (isEvent) return name;
  if (triggerType !== "MANUAL")
    losses.ofNode(trigger, "config.triggerType", `${quoted(trigger)} is written as an entry by hand.`);
  return null;
}

function entrySettings(
  { entryConditions, reEntry }: JsonObject,
  losses: Losses,
): Omit<Entry, "entryEvent" | "entryNode"> {
  const filter = filterOf(entryConditions);
  if (filter === null && isObject(entryConditions) && Object.keys(entryConditions).length > 0)
    losses.ofJourney(
      "settings.entryConditions",
      "The format compares properties of the entry event only; other entry conditions are left out.",
    );
  const policy = reEntry === "once" ? "skip" : reEntry === "restart" ? "restart" : null;
  if (policy === null && reEntry !== undefined && reEntry !== null)
    losses.ofJourney("settings.reEntry", `The format has no re-entry rule ${String(reEntry)}; it is left out.`);
  return {
    ...(filter === null ? {} : { entryConditions: filter }),
    ...(policy === null ? {} : { reEntryPolicy: policy }),
  };
}

/** Entry conditions that only compare properties of the event; null = there are none, or they do more. */
function filterOf(conditions: unknown): JsonObject | null {
  if (!isObject(conditions) || Object.keys(conditions).length === 0) return null;
  if (!isInParts(conditions)) return conditions;
  const { filter, ...others } = conditions;
  return isObject(filter) && Object.keys(others).length === 0 ? (readEntryConditions(conditions).filter ?? null) : null;
}

/** The settings after reading: those that the format says, where they differ from what was written of before. */
export function settingsFor(
  graph: Entry,
  before: { readonly settings: JsonObject; readonly entry: Entry } | null,
): JsonObject {
  const settings = { ...before?.settings };
  if (before === null || !sameJson(graph.entryConditions ?? null, before.entry.entryConditions ?? null)) {
    const { entryConditions } = graph;
    if (entryConditions === undefined || entryConditions === null) delete settings.entryConditions;
    // A map whose keys are all names of parts would be taken for parts.
    else settings.entryConditions = isInParts(entryConditions) ? { filter: entryConditions } : entryConditions;
  }
  if (before === null || (graph.reEntryPolicy ?? null) !== (before.entry.reEntryPolicy ?? null)) {
    const { reEntryPolicy } = graph;
    if (reEntryPolicy === undefined || reEntryPolicy === null) delete settings.reEntry;
    else settings.reEntry = reEntryPolicy === "skip" ? "once" : "restart";
  }
  return settings;
}

/** The config of the trigger for an entry event; without one people are enrolled by hand. */
export function triggerConfigFor(entryEvent: string | null | undefined): JsonObject {
  return entryEvent === null || entryEvent === undefined
    ? { triggerType: "MANUAL", triggerConfig: {} }
    : { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: entryEvent } };
}
