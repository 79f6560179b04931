import type { Program, WorkspaceSnapshot } from "#engine";
import type { Context } from "#services";
import { whoDid } from "#store/events";
import { samplePeople } from "#store/people";
import { whoMoved } from "#store/person-changes";
import { startingSegments } from "./starting-segments.ts";

/** People among whom those are looked for who did what starts the journey, or came into or out of a segment. */
const CANDIDATES = 50_000;

type Wanted = { readonly from: number; readonly most: number };

/**
 * The people whom either version is about: who met an event trigger since `from` (epoch ms); the members of the segments
 * that start it, and who joined or left one since; and where neither does, or a date may, its audience.
 */
export async function backtestPeople(
  ctx: Context,
  programs: readonly Program[],
  segments: WorkspaceSnapshot["segments"],
  { from, most }: Wanted,
): Promise<string[]> {
  const { workspaceId } = ctx;
  const { sql } = ctx.database;
  const entries = programs.flatMap((program) => program.entries);
  // The log has events of any segment, and none of joins that were not announced, so the changes are asked instead.
  const names = entries.flatMap(({ kind, eventName }) => (isOfSegments(kind) ? [] : (eventName ?? [])));
  const starting = [...new Set(programs.flatMap((program) => startingSegments(program, segments)))];
  const anyone = { segmentIds: null, allowAnonymous: true };
  const candidates = names.length + starting.length > 0 ? await samplePeople(sql, workspaceId, anyone, CANDIDATES) : [];
  const groups: (readonly string[])[] = [];
  if (names.length > 0) groups.push(await whoDid(sql, candidates, names, from, most));
  if (starting.length > 0) {
    const members = { segmentIds: starting, allowAnonymous: true };
    groups.push(await samplePeople(sql, workspaceId, members, most));
    groups.push(await whoMoved(sql, candidates, { segmentIds: starting, since: from, most }));
  }
  // A date needs no event of the person.
  const [draft] = programs;
  if (draft && (groups.length === 0 || entries.some(({ kind }) => kind === "DATE"))) {
    const { audienceId, allowAnonymous } = draft;
    const segmentIds = audienceId === null ? null : [audienceId];
    groups.push(await samplePeople(sql, workspaceId, { segmentIds, allowAnonymous }, most));
  }
  return inTurn(groups, most);
}

const isOfSegments = (kind: string): boolean => kind === "SEGMENT_ENTERED" || kind === "SEGMENT_LEFT";

/** At most so many of all groups, one of each in turn, so that none keeps another out; nobody twice. */
function inTurn(groups: readonly (readonly string[])[], most: number): string[] {
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  const taken = new Set<string>();
  for (let at = 0; at < longest && taken.size < most; at += 1)
    for (const group of groups) {
      const id = group[at];
      if (id !== undefined && taken.size < most) taken.add(id);
    }
  return [...taken].sort();
}
