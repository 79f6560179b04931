import { audienceSegments, type Program, type WorkspaceSnapshot } from "#engine";
import type { Population } from "#store/people";
import { startingSegments } from "./starting-segments.ts";

/**
 * The people whom a program is about: its audience, else the members of the segments that start it if nothing else does,
 * else everyone.
 */
export function populationOf(program: Program, segments: WorkspaceSnapshot["segments"]): Population {
  const { audienceId, allowAnonymous, entries } = program;
  if (audienceId !== null) return { segmentIds: [audienceId], allowAnonymous };
  const bySegments = entries.filter(({ kind }) => kind === "SEGMENT_ENTERED" || kind === "SEGMENT_LEFT");
  const isBySegments = entries.length > 0 && bySegments.length === entries.length;
  if (!isBySegments && audienceSegments(program).length === 0) return { segmentIds: null, allowAnonymous };
  return { segmentIds: startingSegments(program, segments), allowAnonymous };
}
