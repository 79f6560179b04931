import type { JsonObject } from "#journey";
import { openAdvance } from "../advance.ts";
import type { AdvanceInput } from "../advance-input.ts";
import { firstLine, withinSharedSteps } from "../expressions/index.ts";
import { ruleContextAbout } from "../person/rule-context.ts";
import { decide } from "./decide.ts";
import { prepareDecisions } from "./prepare.ts";
import { resultOf } from "./result.ts";

/** A decision that was made for looking at it only. */
export type Trial = { readonly receipt: JsonObject; readonly result: JsonObject } | { readonly error: string };

/**
 * What a flow would pick for a person now, by the function that journeys use; `undefined`: there is no such flow.
 * `draw` replaces the enrollment in the seed: another one draws again.
 */
export function tryDecision(
  input: AdvanceInput,
  flowId: string,
  asked: { readonly maxOffers: number; readonly draw: string; readonly context?: JsonObject },
): Trial | undefined {
  const { decisions } = input.snapshot;
  const flow = decisions === undefined ? undefined : prepareDecisions(decisions).flow(flowId);
  if (flow === undefined) return undefined;
  const advanceState = openAdvance({ ...input, signals: [] });
  const about = { person: advanceState.person, prepared: null, at: input.now, event: null };
  const facts = ruleContextAbout(advanceState, about, { context: asked.context ?? {} });
  const seed = `decide:${advanceState.person.bucketKey ?? advanceState.person.id}:${asked.draw}`;
  try {
    const { maxOffers } = asked;
    const { picked, receipt } = withinSharedSteps(() =>
      decide({ flow, facts, history: advanceState.offers, maxOffers, seed }),
    );
    return { receipt, result: resultOf(flow.flow, picked) };
  } catch (error) {
    return { error: firstLine(error) };
  }
}
