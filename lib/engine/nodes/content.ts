import { contentKind, DEFAULT_IN_PAGE_TIMEOUT, isInPage, type JsonObject } from "#journey";
import type { Behaviour, DeliveryOutcome } from "../model.ts";
import { PARK } from "../model.ts";
import { FIRST_FORMAT } from "../program.ts";
import { deliver } from "./effects.ts";
import { timeoutOf } from "./timeout.ts";

export const content: Behaviour<"CONTENT"> = {
  format: () => FIRST_FORMAT,
  repeats: true,
  prepare(state, exits) {
    const { contentType, storeResponseAs, timeout = DEFAULT_IN_PAGE_TIMEOUT } = state.config;
    const outcomes = contentKind(contentType)?.outcomes ?? {};
    const inPage = isInPage(contentType);
    // In-page content always asks for what people do; of the others, only where the outcomes lead to different places.
    const ways = new Set(Object.values(outcomes).map((branch) => exits.get(branch)?.edgeId));
    const branchesByOutcome = inPage || ways.size > 1;
    const isAnswered = storeResponseAs !== undefined && ways.size > 0;
    const holds = branchesByOutcome || isAnswered;
    return {
      enter(run) {
        deliver(run, state);
        return holds ? PARK : { exit: "next" };
      },
      holds,
      branchesByOutcome,
      timers: (run) => (inPage ? timeoutOf(run, timeout) : []),
      onDelivery({ enrollment }, delivery) {
        const { outcome } = delivery;
        const exit = holds && Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
        if (exit === undefined) return null;
        if (storeResponseAs !== undefined)
          enrollment.memory.context = { ...enrollment.memory.context, [storeResponseAs]: answerOf(delivery) };
        return { exit, cause: "delivery", receipt: { outcome } };
      },
    };
  },
};

/** A longer answer would be carried along by every step that follows. */
const LONGEST_BODY = 65_536;

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
