import type { Cli } from "../cli.ts";
import { countPeople } from "./head-count.ts";
import { hashOf, type Lock } from "./lock-file.ts";
import { changesSincePull } from "./moved.ts";
import type { PlannedJourney } from "./plan.ts";
import type { JourneyFile } from "./read-files.ts";
import { findServerJourney, type ServerJourney } from "./server-journey.ts";

/** Journeys that were pulled before and whose files are gone: they are archived, and everybody inside leaves. */
export async function planPruning(cli: Cli, lock: Lock, files: readonly JourneyFile[]): Promise<PlannedJourney[]> {
  const planned: PlannedJourney[] = [];
  for (const [key, pulled] of Object.entries(lock)) {
    if (files.some((file) => file.key === key)) continue;
    const found = await findServerJourney(cli, key);
    if (found === null || found.journey.status === "ARCHIVED") continue;
    const isSame = hashOf(found.native) === pulled.hash;
    const moved = isSame ? [] : await changesSincePull(cli, pulled, found, null);
    planned.push({
      ...{ key, file: pulled.file, change: "archive", differences: [], content: null, head: {} },
      ...{ present: presentOf(found), people: await countPeople(cli, found, "leave"), migration: null },
      ...{ moved, conflicts: moved, isMerged: false, notes: [] },
      blocked:
        found.journey.source.truth === "console" ? "is kept in the console, so it is not archived by code" : null,
    });
  }
  return planned;
}

export const presentOf = (found: ServerJourney | null): PlannedJourney["present"] => {
  if (found === null) return null;
  const { id, revision, status } = found.journey;
  return { id, revision, status, native: found.native };
};
