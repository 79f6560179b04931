import type { JsonObject } from "#journey";
import { beginningOf } from "#values";
import type { Person } from "../advance-input.ts";
import { type ChosenZone, chooseZone, personZone } from "../calendar/index.ts";
import { countAmong, type RuleContext, segmentNames, segmentTest } from "../guards/index.ts";
import type { Prepared, RunningEnrollment, Work } from "../model.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { patchPerson } from "./patch-person.ts";

/** The person as this enrollment sees them: with the changes it has made itself and that are not applied yet (R22, R33). */
export function viewOf(work: Work, enrollment: RunningEnrollment): Person {
  let view = work.person;
  for (const action of work.queued) {
    // Only person changes are seen: what else is queued has not happened yet.
    if (action.enrollmentId === enrollment.enrollmentId && action.effect.type === "patch")
      view = patchPerson(view, action.effect.patch)?.person ?? view;
  }
  for (const pending of work.pending) {
    if (pending.kind === "patch" && pending.enrollmentId === enrollment.enrollmentId)
      view = patchPerson(view, pending.patch)?.person ?? view;
  }
  return view;
}

/** What a guard of this enrollment may look at, with or without an event at hand. */
export function ruleContextFor(
  work: Work,
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
  return ruleContextAbout(work, viewOf(work, enrollment), enrollment.prepared, at, event, extra);
}

/** The same for a person who is in no enrollment (yet). */
export function ruleContextAbout(
  work: Work,
  person: Person,
  prepared: Prepared | null,
  at: EpochMs,
  event: LoggedEvent | null,
  extra: JsonObject,
): RuleContext {
  const { segments } = work.turn.world;
  const pins = prepared?.program.pins?.segments;
  const zone = zoneOf(work, person, prepared);
  return {
    scope: {
      person,
      traits: person.traits,
      tags: person.tags,
      stage: person.stage,
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
    countEvents: countAmong(work.log, zone),
    inSegment: segmentTest(person, segments, pins),
    recheckAt: null,
    seen: {},
    errors: [],
  };
}

/** What a guard saw, as small as it can be (R7). */
export function receiptOf(facts: RuleContext, result: JsonObject): JsonObject {
  const receipt: Record<string, unknown> = { ...result };
  if (facts.seen !== null && Object.keys(facts.seen).length > 0) receipt.seen = facts.seen;
  if (facts.errors.length > 0) receipt.errors = facts.errors.map(readable);
  return receipt;
}

/** An error may quote what it failed of, which can be longer than a receipt, or no text that can be stored (R47). */
const readable = (error: string): string => beginningOf(error, 300);

/** The zone that a step goes by, whose it is, and why it is not the person's. */
export function chosenZone(work: Work, person: Person, prepared: Prepared | null, written: unknown): ChosenZone {
  return chooseZone(written, {
    traits: person.traits,
    journey: prepared?.settings.timezone,
    workspace: work.turn.world.workspace.timezone,
  });
}

/** The person's own zone if their trait names one, else the journey's, else the workspace's. */
export function zoneOf(work: Work, person: Person, prepared: Prepared | null): string {
  return personZone(person.traits, prepared?.settings.timezone, work.turn.world.workspace.timezone);
}
