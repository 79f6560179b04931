import { prepareDecisions } from "../decisions/prepare.ts";
import { type StoredOffer, storedOffers } from "../decisions/result.ts";
import type { OfferSend } from "../decisions/types.ts";
import type { Execution } from "../execution.ts";
import type { ProgramState } from "../program.ts";

/** The offer of a message, or why it is not sent. */
export type Sendable = { readonly send: OfferSend; readonly offer: StoredOffer } | { readonly skipped: string };

/**
 * The best offer of the stored result that is still open and that this message can show: with the message's own
 * content, or with a creative of its type.
 */
export function offerToSend(run: Execution, { config, contentId }: ProgramState<"CONTENT">): Sendable {
  const { context } = run.enrollment.memory;
  const result = storedOffers(context?.[nameOfResult(run, config.resultSource ?? "")]);
  if (result === null) return { skipped: "no_decision" };
  if (result.offers.length === 0) return { skipped: "no_offer" };
  const open = result.offers.filter(({ id }) => isOpen(run, id));
  if (open.length === 0) return { skipped: "offer_ended" };
  const offer = contentId
    ? open[0]
    : open.find((one) => one.contentId !== null && one.contentType === config.contentType);
  return offer === undefined
    ? { skipped: "no_creative" }
    : { send: { offerId: offer.id, flowId: result.flowId }, offer };
}

/** A result may also be named by its step, when the step stores it under another name. */
function nameOfResult({ enrollment: { memory, prepared } }: Execution, source: string): string {
  if (memory.context !== undefined && Object.hasOwn(memory.context, source)) return source;
  for (const { program } of prepared.states.values())
    if (program.type === "DECIDE" && program.name === source) return program.config.storeResultAs ?? source;
  return source;
}

/** Days may lie between the decision and the message: an offer that ended or was archived since is not sent. */
function isOpen({ advanceState, at }: Execution, offerId: string): boolean {
  const { decisions } = advanceState.input.snapshot;
  const found = decisions === undefined ? undefined : prepareDecisions(decisions).offers.get(offerId);
  if (found === undefined) return false;
  const { isArchived, endsAt } = found.offer;
  return !isArchived && (endsAt === null || endsAt > at);
}
