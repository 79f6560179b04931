import { appendSignals } from "#db";
import { evaluateRules, type Person } from "#engine";
import { RuleGroup } from "#journey";
import { insertMemberships } from "../sql/insert-memberships.ts";
import { readBuildSlice } from "../sql/read-build-slice.ts";
import { readMemberships } from "../sql/read-memberships.ts";
import { readPastEvents } from "../sql/read-past-events.ts";
import { segmentEvents } from "../world/segment-events.ts";
import type { OperationKind, Slice, SliceResult } from "./operation.ts";

/**
 * Judges people one by one with the engine's own rules (R24). The first build only fills the list; a changed rule lets
 * people enter and leave through their mailboxes, with everything that hangs on it (R28).
 */
export const buildSegment: OperationKind = {
  work: async (slice) => {
    const segmentId = String(slice.operation.input.segmentId);
    const [segment] = await slice.sql<{ rules: unknown; builtAt: string | null }[]>`
      select rules, built_at as "builtAt" from segments where id = ${segmentId}`;
    const rules = RuleGroup.safeParse(segment?.rules);
    if (!segment || !rules.success) return { done: 0, cursor: null };
    return await judgeSlice(slice, segmentId, rules.data, segment.builtAt === null);
  },
  finish: async (sql, operation) => {
    await sql`update segments set built_at = now() where id = ${String(operation.input.segmentId)}`;
  },
};

async function judgeSlice(slice: Slice, segmentId: string, rules: RuleGroup, first: boolean): Promise<SliceResult> {
  const { sql, shard, now, limit, world, operation } = slice;
  const people = await readBuildSlice(slice);
  if (people.length === 0) return { done: 0, cursor: null };
  const ids = people.map((person) => person.id);
  const shards = ids.map(() => shard);
  const [memberships, events] = await Promise.all([
    readMemberships(sql, shards, ids),
    readPastEvents(sql, shards, ids, segmentEvents(rules)),
  ]);
  const segmentsOf = Map.groupBy(memberships, (row) => row.personId);
  const eventsOf = Map.groupBy(events, (row) => row.personId);
  const joined: string[] = [];
  const left: string[] = [];
  for (const row of people) {
    const segments = (segmentsOf.get(row.id) ?? []).map((membership) => membership.segmentId);
    const person: Person = { ...row, segments };
    const timezone = world?.workspace.timezone ?? "UTC";
    const known = world?.segments ? { segments: world.segments } : {};
    const belongs = evaluateRules(rules, { person, events: eventsOf.get(row.id) ?? [], now, timezone, ...known });
    if (belongs !== segments.includes(segmentId)) (belongs ? joined : left).push(row.id);
  }
  const { workspaceId } = operation;
  if (first && joined.length > 0) {
    await insertMemberships(
      sql,
      joined.map((personId) => ({ owner: { shard, workspaceId, personId }, row: segmentId })),
      now,
    );
  }
  await appendSignals(sql, [
    ...(first ? [] : joined).map((personId) => patchOf(workspaceId, personId, { addSegments: [segmentId] }, now)),
    ...left.map((personId) => patchOf(workspaceId, personId, { removeSegments: [segmentId] }, now)),
  ]);
  return { done: people.length, cursor: people.length < limit ? null : (ids.at(-1) ?? null) };
}

function patchOf(workspaceId: string, personId: string, patch: object, now: number) {
  return { workspaceId, personId, kind: "patch", payload: { patch, source: "segment" }, receivedAt: new Date(now) };
}
