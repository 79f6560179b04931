import type { Person, SegmentDefinition, WorkspaceSnapshot } from "../advance-input.ts";
import { personZone } from "../calendar/index.ts";
import { withinSharedSteps } from "../expressions/index.ts";
import { judgeMemberships, type Memberships, segmentsInOrder } from "../guards/index.ts";
import type { AdvanceState } from "../model.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { patchPerson } from "./patch-person.ts";

/** Evaluates memberships as of `now` (epoch ms) without a signal: segment builds use it (R24). */
export function membershipsOf(
  {
    timezone: fallback,
    segments,
  }: { readonly timezone: string; readonly segments?: WorkspaceSnapshot["segments"] | undefined },
  person: Person,
  events: readonly LoggedEvent[],
  now: EpochMs,
  only: readonly SegmentDefinition[] = segmentsInOrder(segments),
): Memberships {
  const timezone = personZone(person.traits, null, fallback);
  const subject = { person, events, now, timezone, segments: segments ?? new Map() };
  return withinSharedSteps(() => judgeMemberships(only, subject));
}

/** Evaluates the memberships of all segments with rules in memory, with the code that also builds segments (R21, R24). */
export function judgeSegments(advanceState: AdvanceState, at: EpochMs): void {
  const { workspace, segments } = advanceState.input.snapshot;
  if (segmentsInOrder(segments).length === 0) return;
  const { joins, leaves, recheckAt } = membershipsOf(
    { timezone: workspace.timezone, segments },
    advanceState.person,
    advanceState.log,
    at,
  );
  advanceState.out.segmentsRecheckAt = recheckAt;
  if (joins.length === 0 && leaves.length === 0) return;
  const patch = { addSegments: joins, removeSegments: leaves };
  const patched = patchPerson(advanceState.person, patch);
  if (patched === null) return;
  advanceState.person = patched.person;
  advanceState.out.changes.push({ at, source: "segments", patch, before: patched.before });
}
