import { contentKind, DEFAULT_IN_PAGE_TIMEOUT, isInPage } from "#journey";
import type { PreparedState } from "../model.ts";
import { type Behaviour, PARK } from "../model.ts";
import { FIRST_FORMAT } from "../program.ts";
import { deliver } from "./effects.ts";
import { timeoutOf } from "./wait.ts";

const outcomesOf = ({ program }: PreparedState) => contentKind(program.config.contentType)?.outcomes ?? {};

/** In-page content always asks for what people do; of the others, only where the outcomes lead to different places. */
function branchesByOutcome(state: PreparedState): boolean {
  const ways = new Set(Object.values(outcomesOf(state)).map((branch) => state.exits.get(branch)?.edgeId));
  return isInPage(state.program.config.contentType) || ways.size > 1;
}

/** True when it must be known how it ended before the person goes on. */
function awaitsOutcome(state: PreparedState): boolean {
  const { storeResponseAs } = state.program.config;
  const isAnswered = storeResponseAs !== undefined && Object.keys(outcomesOf(state)).length > 0;
  return isAnswered || branchesByOutcome(state);
}

export const content: Behaviour = {
  format: () => FIRST_FORMAT,
  repeats: true,
  enter(visit) {
    deliver(visit);
    return awaitsOutcome(visit.state) ? PARK : { exit: "next" };
  },
  holds: awaitsOutcome,
  branchesByOutcome,
  timers: (visit) =>
    isInPage(visit.state.program.config.contentType) ? timeoutOf(visit, DEFAULT_IN_PAGE_TIMEOUT) : [],
  onDelivery({ state }, outcome) {
    if (!awaitsOutcome(state)) return null;
    const outcomes = outcomesOf(state);
    const exit = Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
    return exit === undefined ? null : { exit, cause: "delivery", receipt: { outcome } };
  },
};
