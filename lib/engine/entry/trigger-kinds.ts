import { eventName, type JsonObject, type TriggerConfigs, type TriggerType } from "#journey";
import { matchesUrl } from "../patterns.ts";
import type { Pins } from "../program.ts";
import type { LoggedEvent } from "../signal.ts";

/** What the engine knows of one way in; every part is required. */
type TriggerKind<Config> = {
  /** Full name of the event that starts people; null = none does. */
  readonly eventName: (config: Config) => string | null;
  /** Whether an event of that name is one that is meant, filters aside. */
  readonly matches: (config: Config, event: LoggedEvent, pins: Pins | undefined) => boolean;
};

const byEvent = <Config>(name: string, matches: TriggerKind<Config>["matches"]): TriggerKind<Config> => ({
  eventName: () => name,
  matches,
});

/** Nobody comes in by an event. */
const byOther = { eventName: () => null, matches: () => false };

/** Every way in; the compiler names a type that has no entry. */
export const triggerKinds: { readonly [Type in TriggerType]: TriggerKind<TriggerConfigs[Type]> } = {
  CUSTOM_EVENT: { eventName: (config) => eventName(config.eventName), matches: () => true },
  URL_MATCH: byEvent("page.viewed", (config, { properties }) => matchesUrl(config, String(properties.url ?? ""))),
  ELEMENT_CLICK: byEvent("page.clicked", (config, { properties }) => properties.selector === config.selector),
  SEGMENT_ENTERED: byEvent("segment.entered", isOfSegment),
  SEGMENT_LEFT: byEvent("segment.left", isOfSegment),
  MANUAL: byOther,
  SCHEDULE: byOther,
  DATE: byOther,
};

function isOfSegment(
  config: TriggerConfigs["SEGMENT_ENTERED"],
  { properties }: LoggedEvent,
  pins: Pins | undefined,
): boolean {
  return isSegment(String(config.segment), properties, pins);
}

/** The event says which segment by id, key and number; a name that was pinned means the one it meant then (R46). */
function isSegment(reference: string, { segment, key, number }: JsonObject, pins: Pins | undefined): boolean {
  const pinned = pins?.segments[reference];
  if (pinned !== undefined) return segment === pinned;
  return [segment, key, number].some((name) => String(name) === reference);
}
