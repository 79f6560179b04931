import { eventName, type JsonObject, type TriggerConfigs, type TriggerType } from "#journey";
import { matchesUrl } from "../patterns.ts";
import type { Pins } from "../program.ts";
import type { LoggedEvent } from "../signal.ts";

/** What the engine knows of one trigger type; every part is required. */
type TriggerKind<Config> = {
  /** Full name of the event that starts people; null = no event does. */
  readonly eventName: (config: Config) => string | null;
  /** Whether an event of that name matches the config, without its filters. */
  readonly matches: (config: Config, event: LoggedEvent, pins: Pins | undefined) => boolean;
};

const byEvent = <Config>(name: string, matches: TriggerKind<Config>["matches"]): TriggerKind<Config> => ({
  eventName: () => name,
  matches,
});

/** For trigger types that no event starts. */
const byOther = { eventName: () => null, matches: () => false };

/** Every trigger type; the compiler reports a type without an entry. */
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

/**
 * The event carries the segment's id, key and number. A pinned name means the segment that had this name when the
 * version was frozen (R46).
 */
function isSegment(reference: string, { segment, key, number }: JsonObject, pins: Pins | undefined): boolean {
  const pinned = pins?.segments[reference];
  if (pinned !== undefined) return segment === pinned;
  return [segment, key, number].some((name) => String(name) === reference);
}
