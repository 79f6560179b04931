import { decide as choose, type Decision } from "../decisions/decide.ts";
import { prepareDecisions } from "../decisions/prepare.ts";
import { resultOf } from "../decisions/result.ts";
import type { Execution } from "../execution.ts";
import { firstLine } from "../expressions/index.ts";
import { derivedId } from "../ids.ts";
import { type Behaviour, type ExitTaken, PARK } from "../model.ts";
import { pauseOf } from "../pauses/pause.ts";
import { DECISIONS_FORMAT, type ProgramState } from "../program.ts";
import { faultIn, MOST_MAPPED_BYTES } from "../storable.ts";

/** Picks offers of a decision flow. While the journey queues, people wait here and are decided on resume (R33). */
export const decide: Behaviour<"DECIDE"> = {
  format: () => DECISIONS_FORMAT,
  repeats: true,
  prepare: (state) => ({
    enter: (run) => (pauseOf(run.enrollment.journey) === "queue" ? PARK : decideFor(run, state)),
    holds: true,
    onChange(run) {
      if (pauseOf(run.enrollment.journey) === "queue") return null;
      try {
        return decideFor(run, state);
      } catch (error) {
        run.fail("step_failed", "failed", { node: state.name, error: firstLine(error) });
        return null;
      }
    },
  }),
};

function decideFor(run: Execution, state: ProgramState<"DECIDE">): ExitTaken {
  const { decisionFlowId, maxOffers, storeResultAs } = state.config;
  const { enrollment, advanceState } = run;
  const { memory } = enrollment;
  const reference = String(decisionFlowId);
  const { decisions } = advanceState.input.snapshot;
  const pinned = enrollment.prepared.program.pins?.decisionFlows?.[reference] ?? reference;
  const flow = decisions === undefined ? undefined : prepareDecisions(decisions).flow(pinned);
  if (flow === undefined) throw new Error(`There is no decision flow “${reference}”.`);
  const who = advanceState.person.bucketKey ?? advanceState.person.id;
  const seed = `decide:${who}:${enrollment.enrollmentId}:${state.name}:${memory.visit}`;
  const decision = choose({ flow, facts: run.facts(), history: advanceState.offers, maxOffers, seed });
  const result = resultOf(flow.flow, decision.picked);
  const fault = faultIn(result, MOST_MAPPED_BYTES);
  if (fault !== null) throw new Error(`The result of the decision ${fault}.`);
  memory.context = { ...memory.context, [storeResultAs ?? state.name]: result };
  keep(run, state.nodeId, flow.flow.id, decision);
  return { exit: decision.picked.length > 0 ? "offer" : "none", receipt: decision.receipt };
}

/** Keeps the picked offers: caps count them, also within this call. */
function keep({ advanceState, enrollment, at }: Execution, nodeId: string, flowId: string, { picked }: Decision): void {
  const { enrollmentId, journey, memory } = enrollment;
  for (const { prepared, rank, score, explored } of picked) {
    const offerId = prepared.offer.id;
    const id = derivedId(`offer:${enrollmentId}:${nodeId}:${memory.visit}:${offerId}`, at, enrollmentId);
    const pick = { id, enrollmentId, journeyId: journey.id, nodeId, visit: memory.visit };
    advanceState.out.picks.push({ ...pick, offerId, flowId, rank, score, explored, at });
    advanceState.offers.offered.push({ offerId, flowId, at });
  }
}
