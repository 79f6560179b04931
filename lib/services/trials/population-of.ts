import { type Program, segmentId, type WorkspaceSnapshot } from "#engine";
import type { Population } from "#store/people";

/**
 * The people whom a program is about: its audience, else the members of the segments that start it if nothing else does,
 * else everyone.
 */
export function populationOf(
  { audienceId, allowAnonymous, entries }: Program,
  segments: WorkspaceSnapshot["segments"],
): Population {
  if (audienceId !== null) return { segmentIds: [audienceId], allowAnonymous };
  const starting = entries.map((entry) =>
    entry.kind === "SEGMENT_ENTERED" || entry.kind === "SEGMENT_LEFT" ? String(entry.config.segment) : null,
  );
  if (starting.length === 0 || starting.includes(null)) return { segmentIds: null, allowAnonymous };
  const segmentIds = starting.flatMap((name) => segmentId(name ?? "", segments) ?? []);
  return { segmentIds, allowAnonymous };
}
