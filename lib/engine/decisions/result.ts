import type { JsonObject } from "#journey";
import { isObject } from "#values";
import type { Pick } from "./decide.ts";
import type { DecisionFlow } from "./types.ts";

/** What a decision stores in the enrollment: guards and templates read it as `context.<name>`. */
export function resultOf(flow: DecisionFlow, picked: readonly Pick[]): JsonObject {
  const offers = picked.map(({ prepared: { offer }, rank, score }) => ({
    id: offer.id,
    key: offer.key,
    number: offer.number,
    name: offer.name,
    channel: offer.channel,
    contentId: offer.contentId,
    contentType: offer.contentType,
    properties: offer.properties,
    rank,
    score,
  }));
  return { flowId: flow.id, flow: flow.key, offer: offers[0] ?? null, offers };
}

/** An offer of a stored result, as a message needs it. */
export type StoredOffer = {
  readonly id: string;
  readonly contentId: string | null;
  readonly contentType: string | null;
  /** What templates see as `offer`. */
  readonly view: JsonObject;
};

/** The offers of a stored result; null = the value is not a decision's result. */
export function storedOffers(
  value: unknown,
): { readonly flowId: string; readonly offers: readonly StoredOffer[] } | null {
  if (!isObject(value) || !Array.isArray(value.offers) || typeof value.flowId !== "string") return null;
  const offers = value.offers.filter(isObject).map((offer) => ({
    id: String(offer.id),
    contentId: typeof offer.contentId === "string" ? offer.contentId : null,
    contentType: typeof offer.contentType === "string" ? offer.contentType : null,
    view: offer,
  }));
  return { flowId: value.flowId, offers };
}
