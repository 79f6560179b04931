import { contentKind, DEFAULT_IN_PAGE_TIMEOUT, isInPage, type JsonObject } from "#journey";
import type { Behaviour, DeliveryOutcome } from "../model.ts";
import { PARK } from "../model.ts";
import { DECISIONS_FORMAT, FIRST_FORMAT } from "../program.ts";
import { deliver } from "./effects.ts";
import { offerToSend } from "./offer-to-send.ts";
import { timeoutOf } from "./timeout.ts";

export const content: Behaviour<"CONTENT"> = {
  format: ({ resultSource }) => (resultSource === undefined ? FIRST_FORMAT : DECISIONS_FORMAT),
  repeats: true,
  prepare(state, exits) {
    const { contentType, storeResponseAs, timeout = DEFAULT_IN_PAGE_TIMEOUT } = state.config;
    const outcomes = contentKind(contentType)?.outcomes ?? {};
    const inPage = isInPage(contentType);
    // In-page content always waits for the outcome; other content waits only if different outcomes lead to different
    // edges.
    const ways = new Set(Object.values(outcomes).map((branch) => exits.get(branch)?.edgeId));
    const branchesByOutcome = inPage || ways.size > 1;
    const isAnswered = storeResponseAs !== undefined && ways.size > 0;
    const holds = branchesByOutcome || isAnswered;
    return {
      enter(run) {
        if (state.config.resultSource === undefined) deliver(run, state);
        else {
          const found = offerToSend(run, state);
          if ("skipped" in found)
            return {
              exit: inPage ? "timeout" : "next",
              receipt: { ...found, resultSource: state.config.resultSource },
            };
          deliver(run, state, found);
        }
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

/**
 * Longest response body that is stored, in characters: the enrollment's state, and each later write of it, includes the
 * body.
 */
const LONGEST_BODY = 65_536;

/** The value that guards and templates read as `context.<name>`; a body that is too long is replaced by a note. */
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
