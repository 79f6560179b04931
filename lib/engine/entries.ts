import {
  eventName,
  isEntry,
  type JourneyDocument,
  type JsonObject,
  readEntryConditions,
  TriggerConfig,
  type TriggerConfigs,
  type TriggerType,
} from "#journey";
import { triggerKinds } from "./entry/trigger-kinds.ts";
import type { EntryFilters, ProgramEntry } from "./program.ts";

/** The entries of a document, one per TRIGGER in document order; an `event` in the entry conditions adds another one. */
export function entriesOf(document: JourneyDocument): ProgramEntry[] {
  const entries: ProgramEntry[] = [];
  for (const node of document.nodes.filter(isEntry)) {
    const parsed = TriggerConfig.safeParse(node.config);
    if (parsed.success) entries.push(entryOf(node.id, parsed.data));
  }
  const event = entryEventOf(document);
  const first = entries[0];
  if (event !== null && first !== undefined) {
    const config = { eventName: event };
    entries.push({ nodeId: first.nodeId, kind: "CUSTOM_EVENT", eventName: eventName(event), config });
  }
  return entries;
}

type Written<Kind extends TriggerType> = {
  [Each in Kind]: { readonly triggerType: Each; readonly triggerConfig: TriggerConfigs[Each] } & {
    readonly [Part in keyof EntryFilters]?: EntryFilters[Part] | undefined;
  };
}[Kind];

/** Filters may be written beside `triggerConfig` or inside it. */
function entryOf<Kind extends TriggerType>(nodeId: string, written: Written<Kind>): ProgramEntry<Kind> {
  const { triggerType: kind, triggerConfig, filter, expression } = written;
  const beside = {
    ...(filter === undefined ? {} : { filter }),
    ...(expression === undefined ? {} : { expression }),
  };
  return {
    nodeId,
    kind,
    eventName: triggerKinds[kind].eventName(triggerConfig),
    config: { ...beside, ...triggerConfig },
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
