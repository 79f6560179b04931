import type { JsonObject } from "#journey";
import { takeExit, visitOf } from "../hops/walk.ts";
import type { RunningEnrollment, Work } from "../model.ts";
import type { EpochMs, WebhookResponse } from "../signal.ts";

export type DeliveryOutcome = {
  readonly visit: number;
  readonly outcome: string;
  readonly error?: string;
  readonly response?: WebhookResponse;
};

/** A longer answer would be carried along by every step that follows. */
const LONGEST_BODY = 65_536;

/** What became of a delivery: moves the person on if they still stand at that visit and wait for it. */
export function takeDelivery(work: Work, enrollment: RunningEnrollment, delivery: DeliveryOutcome, at: EpochMs): void {
  enrollment.memory.outcome = delivery.outcome;
  enrollment.touched = true;
  // The number alone names the visit: a migration may have given its node another id.
  if (enrollment.memory.visit !== delivery.visit || enrollment.memory.spent !== undefined) return;
  const visit = visitOf(work, enrollment, at);
  const decision = visit?.state.behaviour.onDelivery?.(visit, delivery.outcome) ?? null;
  if (visit === null || decision === null) return;
  const { storeResponseAs } = visit.state.program.config;
  if (typeof storeResponseAs === "string")
    enrollment.memory.context = { ...enrollment.memory.context, [storeResponseAs]: answerOf(delivery) };
  takeExit(work, enrollment, at, decision);
}

/** What guards and templates read as `context.<name>`; a body that is too long is left out and says so. */
function answerOf({ outcome, error, response }: DeliveryOutcome): JsonObject {
  const body = response?.body ?? null;
  const tooLong = body !== null && JSON.stringify(body).length > LONGEST_BODY;
  return {
    outcome,
    status: response?.status ?? 0,
    body: tooLong ? null : body,
    ...(tooLong ? { tooLong } : {}),
    ...(error === undefined || error === "" ? {} : { error }),
  };
}
