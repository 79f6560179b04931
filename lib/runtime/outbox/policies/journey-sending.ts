import { ByteCache } from "#caches";
import type { Database } from "#db";
import { journeySending } from "#journey";
import { readSendingSettings } from "#store/versions";

/** How the messages of a version are sent. */
export type JourneySending = {
  readonly priority: number;
  readonly ignoresQuietHours: boolean;
  /** At most so many of its messages leave in a minute; null: as many as can. */
  readonly perMinute: number | null;
};

const DEFAULT_PRIORITY = 5;
const STANDARD: JourneySending = { priority: DEFAULT_PRIORITY, ignoresQuietHours: false, perMinute: null };

/** A version never changes, so each process reads each once. */
const known = new ByteCache<JourneySending>(1024 * 1024, () => 60);

/** What the journeys of messages say about their sending; a message without a journey is a standard one. */
export async function loadJourneySending(
  sql: Database["sql"],
  versionIds: readonly string[],
): Promise<(versionId: string) => JourneySending> {
  const found = new Map<string, JourneySending>();
  for (const id of new Set(versionIds)) {
    const one = known.get(id);
    if (one) found.set(id, one);
  }
  const unknown = [...new Set(versionIds)].filter((id) => !found.has(id));
  for (const { id, sending } of await readSendingSettings(sql, unknown)) {
    const { priority = DEFAULT_PRIORITY, quietHours, perMinute = null } = journeySending(sending);
    const one = { priority, ignoresQuietHours: quietHours === "ignore", perMinute };
    known.set(id, one);
    found.set(id, one);
  }
  return (versionId) => found.get(versionId) ?? STANDARD;
}
