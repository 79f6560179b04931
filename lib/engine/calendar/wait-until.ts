import { type JsonObject, WaitConfig } from "#journey";
import type { EpochMs } from "../signal.ts";
import { waitOver } from "./wait.ts";
import { chooseZone } from "./zone.ts";

/** Whom a WAIT is asked about, and from when it counts. */
export type WaitingPerson = {
  readonly traits: JsonObject;
  readonly workspaceTimezone: string;
  /** The journey's own zone, if its settings name one: it stands before the workspace's. */
  readonly journeyTimezone?: string | null | undefined;
  readonly now: EpochMs;
};

/** When a WAIT that begins at `now` lets the person go on; null while the config is unfinished or its date trait is missing. */
export function waitUntil(config: JsonObject, person: WaitingPerson): EpochMs | null {
  const parsed = WaitConfig.safeParse(config);
  if (!parsed.success) return null;
  const { traits, journeyTimezone: journey, workspaceTimezone: workspace } = person;
  const { zone } = chooseZone(parsed.data.zone, { traits, journey, workspace });
  return waitOver(parsed.data, person.now, zone, traits);
}
