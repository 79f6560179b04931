import type { JsonObject } from "#journey";
import { isObject } from "#values";
import { sayList } from "./sentence.ts";
import { sayField, sayValue } from "./values.ts";

/** Why a flow gave nothing to anybody, or an offer not to this person. */
export const DECISION_REASONS: Readonly<Record<string, string>> = {
  archived: "the offer is archived",
  not_started: "the offer has not started",
  ended: "the offer has ended",
  channel: "the offer is for another channel",
  rule: "the person is not eligible",
  outcome: "what the person did with it holds it back",
  offer_cap: "the offer’s contact limit is reached",
  flow_archived: "the decision flow is archived",
  flow_rule: "the person is not eligible for the flow",
  flow_cap: "the flow’s contact limit is reached",
};

export const reasonWords = (why: unknown): string => DECISION_REASONS[String(why)] ?? String(why).replaceAll("_", " ");

/** Why a message that shows an offer was not sent. */
const SKIPPED: Readonly<Record<string, string>> = {
  no_decision: "no decision was made before",
  no_offer: "the decision found no offer",
  offer_ended: "the offer is no longer available",
  no_creative: "the offer has no content of this type",
};

export const skippedWords = (why: unknown): string => SKIPPED[String(why)] ?? String(why).replaceAll("_", " ");

/** What a decision picked and why, in one sentence, from its receipt. */
export function sayDecision(receipt: JsonObject): string {
  const { decision } = receipt;
  if (!isObject(decision)) return "A decision was made.";
  const flow = `The decision flow “${String(decision.name ?? decision.flow)}”`;
  if (typeof decision.closed === "string") {
    const seen = isObject(decision.seen) ? seenWords(decision.seen) : "";
    return `${flow} offered nothing: ${reasonWords(decision.closed)}${seen}.`;
  }
  const offers = Array.isArray(decision.offers) ? decision.offers.filter(isObject) : [];
  const picked = offers.filter((offer) => offer.picked === true);
  const rest = restWords(decision);
  if (picked.length === 0) return `${flow} found no offer${rest === "" ? "" : ` (${rest.slice(2)})`}.`;
  const names = sayList(picked.map(pickedWords));
  return `${flow} picked ${names} among ${Number(decision.considered ?? 0)}${rest}.`;
}

function pickedWords({ name, offer, score, drawn, explored }: JsonObject): string {
  const rate = typeof drawn === "number" ? `, drawn rate ${Math.round(drawn * 1_000) / 10} %` : "";
  return `“${String(name ?? offer)}” (score ${String(score)}${rate}${explored === true ? ", to learn more about it" : ""})`;
}

function restWords({ filtered, suppressed }: JsonObject): string {
  const parts = [
    ...(Number(filtered) > 0 ? [`${Number(filtered)} not for this person`] : []),
    ...(Number(suppressed) > 0 ? [`${Number(suppressed)} held back`] : []),
  ];
  return parts.length === 0 ? "" : `, ${sayList(parts)}`;
}

function seenWords(seen: JsonObject): string {
  const parts = Object.entries(seen).map(([path, value]) => `${sayField(path)} is ${sayValue(value)}`);
  return parts.length === 0 ? "" : ` (${sayList(parts)})`;
}
