import { type Behaviour, PARK } from "../model.ts";
import { receiptOf } from "../person/facts.ts";
import { FIRST_FORMAT } from "../program.ts";
import { timeoutOf } from "./wait.ts";

export const waitForEvent: Behaviour = {
  format: () => FIRST_FORMAT,
  repeats: false,
  enter({ enrollment, state }) {
    const { [state.program.nodeId]: eventId, ...rest } = enrollment.memory.early ?? {};
    if (eventId === undefined) return PARK;
    enrollment.memory.early = rest;
    return { exit: "event", cause: "event", receipt: { eventId, since: "enrollment" } };
  },
  holds: () => true,
  timers: (visit) => timeoutOf(visit),
  onEvent({ state }, event, facts) {
    if (event.name !== state.eventName || !state.test(facts)) return null;
    return { exit: "event", cause: "event", receipt: receiptOf(facts, { event: event.name, eventId: event.id }) };
  },
};
