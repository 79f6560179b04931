import { type JsonObject, nodeKinds } from "#journey";
import type { DeliveryOutcome } from "../model.ts";
import { prepare } from "../prepare.ts";
import type { Program } from "../program.ts";
import type { Simulation } from "./simulate.ts";
import type { SimulatedDelivery } from "./types.ts";

/** An outcome, with what is assumed as the answer. */
export type Assumed = string | Pick<DeliveryOutcome, "outcome" | "response" | "assumed">;

/** The assumed outcome of a message; null = no outcome arrives. */
export type Assume = (delivery: SimulatedDelivery) => Assumed | null;

/**
 * What a step that makes a call of its own is answered where nothing may be called: its sample, or, without one, nothing, so that its
 * fall-back values hold. Null = the delivery is of another kind of node.
 */
export function assumedAnswer(program: Program, nodeId: string): Assumed | null {
  const state = program.states[nodeId];
  if (state === undefined || nodeKinds[state.type].callOf === null) return null;
  const { sample }: JsonObject = state.config;
  if (sample === undefined) return { outcome: "failed", assumed: true };
  return { outcome: "sent", response: { status: 200, body: sample }, assumed: true };
}

/** True when the outcome of the message decides which exit the enrollment takes. */
export function decidesByOutcome(program: Program, nodeId: string): boolean {
  return prepare(program).states.get(nodeId)?.node.branchesByOutcome ?? false;
}

/** Sends assumed outcomes for released messages that have none yet; true when there was one. */
export function answerDeliveries(simulation: Simulation, answered: Set<string>, assume: Assume): boolean {
  let found = false;
  for (const delivery of simulation.report.deliveries) {
    const { id, enrollmentId, nodeId, visit } = delivery.request;
    if (delivery.status !== "released" || answered.has(id)) continue;
    answered.add(id);
    const assumed = assume(delivery);
    if (assumed === null) continue;
    found = true;
    const said = typeof assumed === "string" ? { outcome: assumed } : assumed;
    simulation.send(delivery.person, { kind: "delivery", enrollmentId, nodeId, visit, ...said });
  }
  return found;
}
