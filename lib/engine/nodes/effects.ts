import { type ContentConfig, eventName, isInPage, type JsonObject } from "#journey";
import { isObject } from "#values";
import type { DeliveryRequest } from "../advance-input.ts";
import type { Execution } from "../execution.ts";
import { knownExpression, ROOTS } from "../expressions/index.ts";
import type { RuleContext } from "../guards/index.ts";
import { derivedId } from "../ids.ts";
import { pauseOf } from "../pauses/pause.ts";
import { queue } from "../pauses/queue.ts";
import type { ProgramState } from "../program.ts";
import type { PersonPatch } from "../signal.ts";
import { faultIn, MOST_MAPPED_BYTES } from "../storable.ts";
import { toJson } from "./json.ts";
import type { Sendable } from "./offer-to-send.ts";

type FoundOffer = Extract<Sendable, { offer: unknown }>;

/** Queues a message or in-page content, with the offer that it shows; during a `hold` or `queue` pause it is set aside (R33, R34). */
export function deliver(run: Execution, state: ProgramState<"CONTENT">, found?: FoundOffer): void {
  const { nodeId, config, contentId } = state;
  const { advanceState, enrollment, at } = run;
  const { visit } = enrollment.memory;
  enqueue(run, nodeId, {
    contentType: String(config.contentType),
    contentId: contentId || (found?.offer.contentId ?? ""),
    config,
    variables: { ...(found === undefined ? {} : { offer: found.offer.view }), ...mapped(run, config.variables) },
  });
  if (found !== undefined) advanceState.out.offerSends.push(found.send);
  if (isInPage(config.contentType) && found === undefined) return;
  enrollment.memory.outcome = "";
  enrollment.memory.sent = { visit, at, ...(found === undefined ? {} : { offerId: found.offer.id }) };
}

type Sent = Pick<DeliveryRequest, "contentType" | "contentId" | "config" | "variables">;

/** One delivery for each visit of a node; set aside during a `hold` or `queue` pause (R33, R34). */
function enqueue(run: Execution, nodeId: string, sent: Sent): void {
  const { advanceState, enrollment, at } = run;
  const { visit } = enrollment.memory;
  const id = derivedId(`delivery:${enrollment.enrollmentId}:${nodeId}:${visit}`, at, enrollment.enrollmentId);
  const pause = pauseOf(enrollment.journey);
  const aside = pause === "hold" || pause === "queue";
  advanceState.out.deliveries.push({
    id,
    enrollmentId: enrollment.enrollmentId,
    journeyId: enrollment.journey.id,
    versionId: enrollment.versionId,
    epoch: enrollment.epoch,
    nodeId,
    visit,
    ...sent,
    queuedAt: at,
    releasedAt: aside ? null : Math.max(at, advanceState.input.now),
  });
  if (aside) queue(run, { type: "release", deliveryId: id });
}

/**
 * Queues the call of a live-data step; during a `hold` or `queue` pause it is set aside. `timeout`: how long it may be
 * tried.
 */
export function askFor(run: Execution, state: ProgramState<"LIVE_DATA">, timeout: unknown): void {
  const { url, method, headers, endpoint, body, answerWithin, maxBytes, cacheFor } = state.config;
  const liveData = { url, method, headers, endpoint, body, answerWithin, maxBytes, cacheFor };
  const config = { contentType: "webhook", expiresAfter: timeout, liveData };
  enqueue(run, state.nodeId, { contentType: "webhook", contentId: "", config, variables: {} });
}

/**
 * The values that a node maps into a template or an event: a path from a known root is looked up, any other value is
 * used as written.
 */
export function mapped(run: Execution, written: ContentConfig["variables"]): JsonObject {
  if (!isObject(written)) return {};
  const facts = run.facts();
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

/** Changes the person right after the present signal (R22), or on resume while the journey queues (R33). */
export function change(run: Execution, patch: PersonPatch): void {
  const { journey, enrollmentId } = run.enrollment;
  if (pauseOf(journey) === "queue") {
    queue(run, { type: "patch", patch });
    run.emit({ kind: "judge", enrollmentId });
    return;
  }
  run.emit({ kind: "patch", patch, source: `journey:${journey.id}`, enrollmentId });
}

/** Creates an event of the person, right after the present signal or on resume while the journey queues. */
export function makeEvent(run: Execution, name: string, properties: JsonObject): void {
  const { advanceState, enrollment, at } = run;
  if (pauseOf(enrollment.journey) === "queue") {
    queue(run, { type: "emit", name, properties });
    return;
  }
  const id = derivedId(`event:${seedOf(run)}`, at, advanceState.person.id);
  run.emit({ kind: "event", event: { id, name: eventName(name), properties, timestamp: at, receivedAt: at } });
}

/** Enrolls the person in another journey, named by id, key or number; on resume while the journey queues. */
export function enrollElsewhere(run: Execution, journey: string, properties: JsonObject): void {
  if (pauseOf(run.enrollment.journey) === "queue") {
    queue(run, { type: "enroll", journey, properties });
    return;
  }
  run.emit({ kind: "enroll", seed: seedOf(run), journey, properties });
}

function seedOf({ advanceState, enrollment }: Execution): string {
  return `${enrollment.enrollmentId}:${enrollment.memory.visit}:${advanceState.pending.length}`;
}
