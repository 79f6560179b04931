import { nodeKinds } from "#journey";
import { makeTest } from "../guards/index.ts";
import { type Behaviour, PARK } from "../model.ts";
import { receiptOf } from "../person/rule-context.ts";
import { FIRST_FORMAT } from "../program.ts";
import { timeoutOf } from "./timeout.ts";

export const waitForEvent: Behaviour<"WAIT_FOR_EVENT"> = {
  format: () => FIRST_FORMAT,
  repeats: false,
  prepare({ nodeId, config }) {
    const { filter, expression, timeout, since } = config;
    const name = nodeKinds.WAIT_FOR_EVENT.awaitsEvent(config);
    const test = makeTest({ filter, expression });
    return {
      enter({ enrollment }) {
        const { [nodeId]: eventId, ...rest } = enrollment.memory.early ?? {};
        if (eventId === undefined) return PARK;
        enrollment.memory.early = rest;
        return { exit: "event", cause: "event", receipt: { eventId, since: "enrollment" } };
      },
      holds: true,
      timers: (run) => timeoutOf(run, timeout),
      ...(name === null ? {} : { awaits: { name, test, looksBack: since === "enrollment" } }),
      onEvent: (event, facts) => ({
        exit: "event",
        cause: "event",
        receipt: receiptOf(facts, { event: event.name, eventId: event.id }),
      }),
    };
  },
};
