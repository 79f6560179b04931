import { Execution, type Occurrence } from "../execution.ts";
import { takeExit } from "../hops/walk.ts";
import type { DeliveryOutcome } from "../model.ts";
import { holdBack } from "../pauses/hold.ts";
import { isHeld } from "../pauses/pause.ts";
import type { Signal } from "../signal.ts";
import { strengthOf } from "./outcome.ts";

/** Passes the outcome of a delivery to its enrollment; a hold keeps it (R32). */
export function takeOutcome(what: Occurrence, signal: Extract<Signal, { kind: "delivery" }>): void {
  const enrollment = what.advanceState.enrollments.find((candidate) => candidate.enrollmentId === signal.enrollmentId);
  if (enrollment === undefined || enrollment.ended) return;
  const run = new Execution(what, enrollment);
  if (isHeld(enrollment)) {
    const { at, visit, outcome, error, response } = signal;
    const kept = { ...(error === undefined ? {} : { error }), ...(response === undefined ? {} : { response }) };
    holdBack(run, { kind: "delivery", at, visit, outcome, ...kept });
    return;
  }
  takeDelivery(run, signal);
  run.commit();
}

/** Takes the exit of the outcome if the enrollment is still on that visit and waits for it. */
export function takeDelivery(run: Execution, delivery: DeliveryOutcome): void {
  const { enrollment, state } = run;
  // What the person did with the message says more than that it was sent.
  if (strengthOf(enrollment.memory.outcome) === 0) enrollment.memory.outcome = delivery.outcome;
  run.touch();
  // The visit number alone identifies the visit: a migration may have moved it to a node of another id.
  if (enrollment.memory.visit !== delivery.visit || enrollment.memory.spent !== undefined) return;
  const decision = state?.node.onDelivery?.(run, delivery) ?? null;
  if (decision !== null) takeExit(run, decision);
}
