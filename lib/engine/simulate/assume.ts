import { prepare } from "../prepare.ts";
import type { Program } from "../program.ts";
import type { Simulation } from "./simulate.ts";
import type { SimulatedDelivery } from "./types.ts";

/** The assumed outcome of a message; null = no outcome arrives. */
export type Assume = (delivery: SimulatedDelivery) => string | null;

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
    const outcome = assume(delivery);
    if (outcome === null) continue;
    found = true;
    simulation.send(delivery.person, { kind: "delivery", enrollmentId, nodeId, visit, outcome });
  }
  return found;
}
