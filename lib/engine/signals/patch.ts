import type { JsonObject } from "#journey";
import type { Person } from "../advance-input.ts";
import { planChangedDates } from "../entry/dates.ts";
import { flush } from "../execution.ts";
import { countGoalStates } from "../exits/goal-counts.ts";
import { cutShortBy } from "../hops/look.ts";
import { derivedId } from "../ids.ts";
import type { Work } from "../model.ts";
import { patchPerson } from "../person/patch-person.ts";
import { judgeSegments } from "../person/segments.ts";
import type { EpochMs, LoggedEvent, PersonPatch } from "../signal.ts";
import { rearm } from "../timers/rearm.ts";

/** Changes the person and lets every running enrollment look (R18: patch, then segments, then enrollments). */
export function takePatch(work: Work, patch: PersonPatch, source: string, at: EpochMs): void {
  const before = work.person;
  if (!applyQuietly(work, patch, source, at)) return;
  lookAround(work, before, at);
}

/** Nothing came but time, or facts that signal nobody: segments and enrollments are judged as things now stand (R23). */
export function takePoll(work: Work, at: EpochMs): void {
  lookAround(work, work.person, at);
}

function lookAround(work: Work, before: Person, at: EpochMs): void {
  judgeSegments(work, at);
  announceSegments(work, before, at);
  countGoalStates(work, before, at);
  for (const enrollment of work.enrollments) {
    if (enrollment.ended) continue;
    rearm(work, enrollment, before, at);
    if (!enrollment.ended) cutShortBy(work, enrollment, at);
    flush(work, enrollment);
  }
}

/** Changes the person, and nobody looks; false when nothing changed. */
export function applyQuietly(work: Work, patch: PersonPatch, source: string, at: EpochMs): boolean {
  const known = withoutGone(work, patch);
  const patched = patchPerson(work.person, known);
  if (patched === null) return false;
  work.person = patched.person;
  work.out.changes.push({ at, source, patch: known, before: patched.before });
  if (patched.before.traits !== undefined) planChangedDates(work, patched.before.traits as JsonObject, at);
  return true;
}

/** A segment may have been deleted while the patch waited (R46). */
function withoutGone({ turn: { world } }: Work, patch: PersonPatch): PersonPatch {
  const { segments } = world;
  const { addSegments } = patch;
  if (segments === undefined || addSegments === undefined || addSegments.every((id) => segments.has(id))) return patch;
  return { ...patch, addSegments: addSegments.filter((id) => segments.has(id)) };
}

/** Entering and leaving segments are events, right behind what caused them. */
export function announceSegments(work: Work, before: Person, at: EpochMs): void {
  if (before.segments === work.person.segments) return;
  const { segments } = work.person;
  for (const id of segments) if (!before.segments.includes(id)) announce(work, "segment.entered", id, at);
  for (const id of before.segments) if (!segments.includes(id)) announce(work, "segment.left", id, at);
}

function announce(work: Work, name: string, segmentId: string, at: EpochMs): void {
  const fact = work.turn.world.segments?.get(segmentId);
  // Until it is built for the first time a segment only fills (R28).
  if (fact?.unbuilt === true) return;
  const id = derivedId(`${name}:${work.cause.seed}:${segmentId}:${work.pending.length}`, at, work.person.id);
  const properties = { segment: segmentId, key: fact?.key ?? segmentId, number: fact?.number ?? null };
  const event: LoggedEvent = { id, name, properties, timestamp: at, receivedAt: at };
  work.pending.push({ kind: "event", event, depth: work.cause.depth + 1, root: work.cause.root, at });
}
