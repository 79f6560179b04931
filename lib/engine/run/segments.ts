import type { Rule } from "#journey";
import { evaluateRules } from "../guards/index.ts";
import type { Instant } from "../signal.ts";
import type { SegmentFact, World } from "../turn.ts";
import { zoneOf } from "./facts.ts";
import { patchPerson } from "./person.ts";
import type { Work } from "./work.ts";

const withRules = new WeakMap<World, readonly SegmentFact[]>();

function ruled(world: World): readonly SegmentFact[] {
  let list = withRules.get(world);
  if (list === undefined) {
    list = [...(world.segments?.values() ?? [])].filter(
      (segment) => segment.rules !== null && segment.rules !== undefined,
    );
    withRules.set(world, list);
  }
  return list;
}

/** Judges membership of the segments that have rules, in memory, by the same code that builds them (R21, R24). */
export function judgeSegments(work: Work, at: Instant): void {
  const { world } = work.turn;
  const list = ruled(world);
  if (list.length === 0) return;
  const subject = {
    person: work.person,
    events: work.log,
    now: at,
    timezone: zoneOf(work, work.person, null),
    segments: world.segments ?? new Map(),
  };
  const add: string[] = [];
  const remove: string[] = [];
  for (const segment of list) {
    const inside = work.person.segments.includes(segment.id);
    if (evaluateRules(segment.rules as Rule, subject) !== inside) (inside ? remove : add).push(segment.id);
  }
  if (add.length === 0 && remove.length === 0) return;
  const patch = { addSegments: add, removeSegments: remove };
  const patched = patchPerson(work.person, patch);
  if (patched === null) return;
  work.person = patched.person;
  work.out.changes.push({ at, source: "segments", patch, before: patched.before });
}
