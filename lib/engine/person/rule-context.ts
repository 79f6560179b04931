import type { JsonObject } from "#journey";
import { beginningOf } from "#values";
import type { Person } from "../advance-input.ts";
import { type ChosenZone, chooseZone, personZone } from "../calendar/index.ts";
import { countAmong, type RuleContext, segmentNames, segmentTest } from "../guards/index.ts";
import type { AdvanceState, Prepared, RunningEnrollment } from "../model.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { accountOf } from "./account.ts";
import { patchPerson } from "./patch-person.ts";

/** The person as this enrollment sees them: including its own changes that are not applied yet (R22, R33). */
export function viewOf(advanceState: AdvanceState, enrollment: RunningEnrollment): Person {
  let view = advanceState.person;
  for (const action of advanceState.queued) {
    // Only person changes are visible: the other queued effects have not happened yet.
    if (action.enrollmentId === enrollment.enrollmentId && action.effect.type === "patch")
      view = patchPerson(view, action.effect.patch)?.person ?? view;
  }
  for (const pending of advanceState.pending) {
    if (pending.kind === "patch" && pending.enrollmentId === enrollment.enrollmentId)
      view = patchPerson(view, pending.patch)?.person ?? view;
  }
  return view;
}

/** The context of a guard of this enrollment, with or without an event. */
export function ruleContextFor(
  advanceState: AdvanceState,
  enrollment: RunningEnrollment,
  at: EpochMs,
  event: LoggedEvent | null,
): RuleContext {
  const { memory, journey } = enrollment;
  const extra = {
    trigger: memory.trigger ?? {},
    context: memory.context ?? {},
    outcome: memory.outcome ?? "",
    journey: { id: journey.id, enrollmentId: enrollment.enrollmentId, flags: memory.flags ?? {} },
  };
  const person = viewOf(advanceState, enrollment);
  return ruleContextAbout(advanceState, { person, prepared: enrollment.prepared, at, event }, extra);
}

/** What a guard is asked about; `prepared` null: no journey, so no names of segments are pinned. */
export type Asked = {
  readonly person: Person;
  readonly prepared: Prepared | null;
  readonly at: EpochMs;
  readonly event: LoggedEvent | null;
};

/** The context of a guard about a person who has no enrollment in the journey yet. */
export function ruleContextAbout(
  advanceState: AdvanceState,
  { person, prepared, at, event }: Asked,
  extra: JsonObject,
): RuleContext {
  const { segments } = advanceState.input.snapshot;
  const pins = prepared?.program.pins?.segments;
  const zone = zoneOf(advanceState, person, prepared);
  return {
    scope: {
      person,
      traits: person.traits,
      tags: person.tags,
      stage: person.stage,
      account: accountOf(person.traits),
      segments: segmentNames(person, segments, pins),
      event: event ?? {},
      trigger: {},
      context: {},
      outcome: "",
      journey: {},
      ...extra,
    },
    at,
    zone,
    countEvents: countAmong(advanceState.log, zone),
    inSegment: segmentTest(person, segments, pins),
    recheckAt: null,
    seen: {},
    errors: [],
  };
}

/** The receipt of a guard, as small as possible (R7). */
export function receiptOf(facts: RuleContext, result: JsonObject): JsonObject {
  const receipt: Record<string, unknown> = { ...result };
  if (facts.seen !== null && Object.keys(facts.seen).length > 0) receipt.seen = facts.seen;
  if (facts.errors.length > 0) receipt.errors = facts.errors.map(readable);
  return receipt;
}

/** An error may quote a value that is too long for a receipt, or contains text that cannot be stored (R47). */
const readable = (error: string): string => beginningOf(error, 300);

/** The zone of a node, who it belongs to, and why it is not the person's own. */
export function chosenZone(
  advanceState: AdvanceState,
  person: Person,
  prepared: Prepared | null,
  written: unknown,
): ChosenZone {
  return chooseZone(written, {
    traits: person.traits,
    journey: prepared?.settings.timezone,
    workspace: advanceState.input.snapshot.workspace.timezone,
  });
}

/** The zone in the person's trait if it names one, else the journey's, else the workspace's. */
export function zoneOf(advanceState: AdvanceState, person: Person, prepared: Prepared | null): string {
  return personZone(person.traits, prepared?.settings.timezone, advanceState.input.snapshot.workspace.timezone);
}
