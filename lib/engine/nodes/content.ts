import { DEFAULT_IN_PAGE_TIMEOUT, isInPage } from "#journey";
import type { PreparedState } from "../model.ts";
import { type Behaviour, PARK } from "../model.ts";
import { deliver } from "../run/effects.ts";
import { timeoutOf } from "./wait.ts";

/** True when someone must say how it ended before the person goes on. */
function awaitsOutcome({ program: { config }, exits }: PreparedState): boolean {
  if (isInPage(config.contentType)) return true;
  if (config.contentType !== "webhook") return false;
  return config.storeResponseAs !== undefined || exits.get("next")?.edgeId !== exits.get("failed")?.edgeId;
}

/** A call that its content does not want made, as a variable is empty, ends like one that was made. */
const WEBHOOK_OUTCOMES: Readonly<Record<string, string>> = { sent: "next", skipped: "next", failed: "failed" };

export const content: Behaviour = {
  enter(visit) {
    deliver(visit);
    return awaitsOutcome(visit.state) ? PARK : { exit: "next" };
  },
  holds: awaitsOutcome,
  timers: (visit) =>
    isInPage(visit.state.program.config.contentType) ? timeoutOf(visit, DEFAULT_IN_PAGE_TIMEOUT) : [],
  onDelivery({ state }, outcome) {
    if (!awaitsOutcome(state)) return null;
    const key = isInPage(state.program.config.contentType) ? outcome : WEBHOOK_OUTCOMES[outcome];
    const known = key === "completed" || key === "dismissed" || key === "timeout" || key === "next" || key === "failed";
    return known ? { exit: key, cause: "delivery", receipt: { outcome } } : null;
  },
};
