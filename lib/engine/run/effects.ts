import { eventName, isInPage, type JsonObject } from "#journey";
import { knownExpression, ROOTS } from "../expressions/index.ts";
import { type Facts, isObject } from "../guards/index.ts";
import { derivedId } from "../ids.ts";
import type { Pending, Visit, Work } from "../model.ts";
import { toJson } from "../nodes/json.ts";
import type { PersonPatch } from "../signal.ts";
import { faultIn, MOST_MAPPED_BYTES } from "../storable.ts";
import { factsFor } from "./facts.ts";
import { pauseOf } from "./pausing.ts";

/** Queues a message or in-page content; during a `hold` or `queue` it is set aside (R33, R34). */
export function deliver(visit: Visit): void {
  const { work, trip, state, at } = visit;
  const { nodeId, config, contentId } = state.program;
  const { visit: number } = trip.memory;
  const id = derivedId(`delivery:${trip.enrollmentId}:${nodeId}:${number}`, at, trip.enrollmentId);
  const pause = pauseOf(trip.journey);
  const aside = pause === "hold" || pause === "queue";
  work.out.deliveries.push({
    id,
    enrollmentId: trip.enrollmentId,
    journeyId: trip.journey.id,
    versionId: trip.versionId,
    epoch: trip.epoch,
    nodeId,
    visit: number,
    contentType: String(config.contentType),
    contentId: contentId ?? "",
    config,
    variables: mapped(visit, config.variables),
    queuedAt: at,
    releasedAt: aside ? null : Math.max(at, work.turn.now),
  });
  if (aside) setAside(visit, { type: "release", deliveryId: id });
  if (!isInPage(config.contentType)) trip.memory.outcome = "";
}

/** Values that a node maps into a template or an event: a path from a known root is looked up, anything else is itself. */
export function mapped(visit: Visit, written: unknown): JsonObject {
  if (!isObject(written)) return {};
  const facts = factsFor(visit.work, visit.trip, visit.at, null);
  const values = Object.fromEntries(Object.entries(written).map(([name, value]) => [name, variable(value, facts)]));
  const fault = faultIn(values, MOST_MAPPED_BYTES);
  if (fault !== null) throw new Error(`One of the values ${Object.keys(values).join(", ")} ${fault}.`);
  return values;
}

const PATH = new RegExp(`^(${ROOTS.join("|")})\\b[.[]`);

function variable(value: unknown, facts: Facts): unknown {
  if (typeof value !== "string" || !PATH.test(value)) return value;
  const expression = knownExpression(value);
  if ("error" in expression) return value;
  try {
    return toJson(expression.evaluate(facts.scope, facts.at));
  } catch {
    return null;
  }
}

/** Changes the person, right behind the signal at hand (R22), or on resume while the journey queues (R33). */
export function change(visit: Visit, patch: PersonPatch): void {
  const { work, trip } = visit;
  if (pauseOf(trip.journey) === "queue") {
    setAside(visit, { type: "patch", patch });
    pend(work, visit, { kind: "judge", enrollmentId: trip.enrollmentId });
    return;
  }
  pend(work, visit, { kind: "patch", patch, source: `journey:${trip.journey.id}`, enrollmentId: trip.enrollmentId });
}

/** Lets an event happen to the person. */
export function emit(visit: Visit, name: string, properties: JsonObject): void {
  const { work, trip, at } = visit;
  if (pauseOf(trip.journey) === "queue") {
    setAside(visit, { type: "emit", name, properties });
    return;
  }
  const id = derivedId(`event:${seedOf(visit)}`, at, work.person.id);
  const event = { id, name: eventName(name), properties, timestamp: at, receivedAt: at };
  pend(work, visit, { kind: "event", event });
}

/** Enrolls the person in another journey, named by id, key or number. */
export function enrollElsewhere(visit: Visit, journey: string, properties: JsonObject): void {
  if (pauseOf(visit.trip.journey) === "queue") {
    setAside(visit, { type: "enroll", journey, properties });
    return;
  }
  pend(visit.work, visit, { kind: "enroll", seed: seedOf(visit), journey, properties });
}

function seedOf({ work, trip }: Visit): string {
  return `${trip.enrollmentId}:${trip.memory.visit}:${work.pending.length}`;
}

type Distributed<T> = T extends unknown ? Omit<T, "depth" | "root" | "at"> : never;

function pend(work: Work, visit: Visit, item: Distributed<Pending>): void {
  const depth = work.cause.depth + 1;
  const { memory } = visit.trip;
  // What follows a short wait is still of the same chain; otherwise two trips could start each other without end.
  memory.depth = depth;
  memory.root = work.cause.root;
  work.pending.push({ ...item, depth, root: work.cause.root, at: visit.at });
}

function setAside({ work, trip, at }: Visit, effect: JsonObject): void {
  const seed = `queued:${trip.enrollmentId}:${trip.memory.visit}:${work.queued.length}`;
  const action = {
    id: derivedId(seed, at, trip.enrollmentId, work.queued.length),
    journeyId: trip.journey.id,
    enrollmentId: trip.enrollmentId,
    epoch: trip.epoch,
    at,
    effect,
  };
  work.queued.push(action);
  work.out.queuedAdded.push(action);
}
