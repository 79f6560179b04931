import { type JsonObject, WaitConfig } from "#journey";
import type { EpochMs } from "../signal.ts";
import { waitOver } from "./wait.ts";
import { chooseZone } from "./zone.ts";

/** The person and journey values that the end of a WAIT depends on, and the time from which it counts. */
export type WaitingPerson = {
  readonly traits: JsonObject;
  readonly workspaceTimezone: string;
  /** The zone from the journey's settings, if any; it takes precedence over the workspace's zone. */
  readonly journeyTimezone?: string | null | undefined;
  readonly now: EpochMs;
};

/**
 * The time (epoch ms) at which a WAIT that begins at `now` ends; null while the config is unfinished or its date trait
 * is missing.
 */
export function waitUntil(config: JsonObject, person: WaitingPerson): EpochMs | null {
  const parsed = WaitConfig.safeParse(config);
  if (!parsed.success) return null;
  const { traits, journeyTimezone: journey, workspaceTimezone: workspace } = person;
  const { zone } = chooseZone(parsed.data.zone, { traits, journey, workspace });
  return waitOver(parsed.data, person.now, zone, traits);
}
