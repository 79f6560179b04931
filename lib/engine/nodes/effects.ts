import { eventName, isInPage, type JsonObject } from "#journey";
import { knownExpression, ROOTS } from "../expressions/index.ts";
import { isObject, type RuleContext } from "../guards/index.ts";
import { derivedId } from "../ids.ts";
import type { Pending, Visit, Work } from "../model.ts";
import { pauseOf } from "../pauses/pause.ts";
import { ruleContextFor } from "../person/facts.ts";
import type { PersonPatch } from "../signal.ts";
import { faultIn, MOST_MAPPED_BYTES } from "../storable.ts";
import { toJson } from "./json.ts";

/** Queues a message or in-page content; during a `hold` or `queue` it is set aside (R33, R34). */
export function deliver(visit: Visit): void {
  const { work, enrollment, state, at } = visit;
  const { nodeId, config, contentId } = state.program;
  const { visit: number } = enrollment.memory;
  const id = derivedId(`delivery:${enrollment.enrollmentId}:${nodeId}:${number}`, at, enrollment.enrollmentId);
  const pause = pauseOf(enrollment.journey);
  const aside = pause === "hold" || pause === "queue";
  work.out.deliveries.push({
    id,
    enrollmentId: enrollment.enrollmentId,
    journeyId: enrollment.journey.id,
    versionId: enrollment.versionId,
    epoch: enrollment.epoch,
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
  if (!isInPage(config.contentType)) enrollment.memory.outcome = "";
}

/** Values that a node maps into a template or an event: a path from a known root is looked up, anything else is itself. */
export function mapped(visit: Visit, written: unknown): JsonObject {
  if (!isObject(written)) return {};
  const facts = ruleContextFor(visit.work, visit.enrollment, visit.at, null);
  const values = Object.fromEntries(Object.entries(written).map(([name, value]) => [name, variable(value, facts)]));
  const fault = faultIn(values, MOST_MAPPED_BYTES);
  if (fault !== null) throw new Error(`One of the values ${Object.keys(values).join(", ")} ${fault}.`);
  return values;
}

const PATH = new RegExp(`^(${ROOTS.join("|")})\\b[.[]`);

function variable(value: unknown, facts: RuleContext): unknown {
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
  const { work, enrollment } = visit;
  if (pauseOf(enrollment.journey) === "queue") {
    setAside(visit, { type: "patch", patch });
    pend(work, visit, { kind: "judge", enrollmentId: enrollment.enrollmentId });
    return;
  }
  pend(work, visit, {
    kind: "patch",
    patch,
    source: `journey:${enrollment.journey.id}`,
    enrollmentId: enrollment.enrollmentId,
  });
}

/** Lets an event happen to the person. */
export function emit(visit: Visit, name: string, properties: JsonObject): void {
  const { work, enrollment, at } = visit;
  if (pauseOf(enrollment.journey) === "queue") {
    setAside(visit, { type: "emit", name, properties });
    return;
  }
  const id = derivedId(`event:${seedOf(visit)}`, at, work.person.id);
  const event = { id, name: eventName(name), properties, timestamp: at, receivedAt: at };
  pend(work, visit, { kind: "event", event });
}

/** Enrolls the person in another journey, named by id, key or number. */
export function enrollElsewhere(visit: Visit, journey: string, properties: JsonObject): void {
  if (pauseOf(visit.enrollment.journey) === "queue") {
    setAside(visit, { type: "enroll", journey, properties });
    return;
  }
  pend(visit.work, visit, { kind: "enroll", seed: seedOf(visit), journey, properties });
}

function seedOf({ work, enrollment }: Visit): string {
  return `${enrollment.enrollmentId}:${enrollment.memory.visit}:${work.pending.length}`;
}

type Distributed<T> = T extends unknown ? Omit<T, "depth" | "root" | "at"> : never;

function pend(work: Work, visit: Visit, item: Distributed<Pending>): void {
  const depth = work.cause.depth + 1;
  const { memory } = visit.enrollment;
  // What follows a short wait is still of the same chain; otherwise two enrollments could start each other without end.
  memory.depth = depth;
  memory.root = work.cause.root;
  work.pending.push({ ...item, depth, root: work.cause.root, at: visit.at });
}

function setAside({ work, enrollment, at }: Visit, effect: JsonObject): void {
  const seed = `queued:${enrollment.enrollmentId}:${enrollment.memory.visit}:${work.queued.length}`;
  const action = {
    id: derivedId(seed, at, enrollment.enrollmentId, work.queued.length),
    journeyId: enrollment.journey.id,
    enrollmentId: enrollment.enrollmentId,
    epoch: enrollment.epoch,
    at,
    effect,
  };
  work.queued.push(action);
  work.out.queuedAdded.push(action);
}
