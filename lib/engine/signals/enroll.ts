import type { JsonObject } from "#journey";
import type { JourneyState } from "../advance-input.ts";
import { entryProgram } from "../entry/candidates.ts";
import { enter } from "../entry/enter.ts";
import { nearMiss } from "../entry/near-misses.ts";
import type { Occurrence } from "../execution.ts";
import type { AdvanceState, Pending, Prepared, PreparedEntry } from "../model.ts";
import { ruleContextAbout } from "../person/rule-context.ts";
import type { EpochMs, LoggedEvent, Signal } from "../signal.ts";

type Origin = Extract<Signal, { kind: "enroll" }>["origin"];

const DOORS: Readonly<Record<Origin, string>> = {
  manual: "MANUAL",
  audience: "MANUAL",
  effect: "MANUAL",
  schedule: "SCHEDULE",
  site: "MANUAL",
};

/** Handles a request to enroll the person: by hand, from an audience, or by a schedule. */
export function takeEnrollSignal(what: Occurrence, signal: Extract<Signal, { kind: "enroll" }>): void {
  const journey = what.advanceState.input.snapshot.journeys.get(signal.journeyId);
  if (journey === undefined) return;
  const trigger = {
    origin: signal.origin,
    ...(signal.properties === undefined ? {} : { properties: signal.properties }),
  };
  request(what, journey, {
    origin: signal.origin,
    trigger,
    instanceKey: signal.instanceKey ?? null,
    fixedId: signal.enrollmentId ?? null,
    nodeId: signal.nodeId ?? null,
    memberSince: signal.memberSince ?? null,
  });
}

/** Handles the effect of a node of another journey. */
export function takeEnroll(what: Occurrence, item: Extract<Pending, { kind: "enroll" }>): void {
  const journey = findJourney(what.advanceState, item.journey);
  if (journey === undefined) return;
  request(what, journey, {
    origin: "effect",
    trigger: { origin: "effect", properties: item.properties },
    instanceKey: null,
    fixedId: null,
    nodeId: null,
    memberSince: null,
  });
}

function findJourney(advanceState: AdvanceState, reference: string): JourneyState | undefined {
  const { journeys } = advanceState.input.snapshot;
  const found = journeys.get(reference);
  if (found !== undefined) return found;
  for (const journey of journeys.values()) {
    if ([journey.key, journey.shortId, String(journey.number)].includes(reference)) return journey;
  }
  return undefined;
}

type Request = {
  readonly origin: Origin;
  readonly trigger: JsonObject;
  readonly instanceKey: string | null;
  readonly fixedId: string | null;
  readonly nodeId: string | null;
  readonly memberSince: EpochMs | null;
};

function request(what: Occurrence, journey: JourneyState, asked: Request): void {
  const { advanceState, at } = what;
  const { origin, trigger, memberSince, fixedId } = asked;
  const prepared = entryProgram(advanceState.input.snapshot, journey);
  const isOpen = journey.status === "published" || journey.status === "paused";
  if (!isOpen && (origin === "manual" || origin === "effect" || origin === "site")) {
    nearMiss(what, journey, "not_published", { status: journey.status, origin });
    return;
  }
  const entry = prepared === null ? undefined : doorFor(prepared.entries, origin, asked.nodeId);
  if (prepared === null || entry === undefined) return;
  const event = origin === "audience" && entry.entry.kind === "SEGMENT_ENTERED" ? asEntered(what, trigger) : null;
  // People who are already in the segment must pass the same filter as those who enter it.
  if (
    event !== null &&
    !entry.test(
      ruleContextAbout(advanceState, { person: advanceState.person, prepared, at, event }, { trigger: event }),
    )
  )
    return;
  const before = {
    running: advanceState.enrollments.filter((enrollment) => !enrollment.ended),
    past: advanceState.past,
  };
  const isManual = origin === "manual" || origin === "effect";
  const instanceKey = asked.instanceKey ?? membershipKey(prepared, memberSince);
  enter(what, { journey, prepared, before, trigger, event, isManual, instanceKey, memberSince }, entry, fixedId);
}

/** The `segment.entered` event that would describe a membership which already exists when a journey is published. */
function asEntered({ cause, at }: Occurrence, trigger: JsonObject): LoggedEvent {
  const properties = (trigger.properties ?? {}) as JsonObject;
  return { id: cause.signalId ?? cause.seed, name: "segment.entered", properties, timestamp: at, receivedAt: at };
}

/** Under `every` each membership is an enrollment of its own, and the same membership enrolls only once (R28). */
function membershipKey({ settings }: Prepared, memberSince: EpochMs | null): string | null {
  return memberSince !== null && settings.reEntry === "every" ? `member since ${memberSince}` : null;
}

/** The TRIGGER that is named, else one of the fitting type, else the first of the document; a schedule only starts its own. */
function doorFor(entries: readonly PreparedEntry[], origin: Origin, nodeId: string | null): PreparedEntry | undefined {
  const named = nodeId === null ? undefined : entries.find(({ entry }) => entry.nodeId === nodeId);
  const fitting = named ?? entries.find(({ entry }) => entry.kind === DOORS[origin]);
  return fitting ?? (origin === "schedule" ? undefined : entries[0]);
}
