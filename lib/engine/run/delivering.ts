import type { Instant } from "../signal.ts";
import { leave, visitOf } from "./stepping.ts";
import type { LiveTrip, Work } from "./work.ts";

export type DeliveryOutcome = { readonly nodeId: string; readonly visit: number; readonly outcome: string };

/** What became of a delivery: moves the person on if they still stand at that visit and wait for it. */
export function takeDelivery(
  work: Work,
  trip: LiveTrip,
  { nodeId, visit: number, outcome }: DeliveryOutcome,
  at: Instant,
): void {
  trip.memory.outcome = outcome;
  trip.touched = true;
  if (trip.nodeId !== nodeId || trip.memory.visit !== number || trip.memory.spent) return;
  const visit = visitOf(work, trip, at);
  const decision = visit?.state.behaviour.onDelivery?.(visit, outcome) ?? null;
  if (decision !== null) leave(work, trip, at, decision);
}
