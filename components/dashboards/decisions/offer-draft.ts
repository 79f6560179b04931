import type { Offer, OfferInput } from "#data";
import type { JsonObject, RuleGroup } from "#journey";
import { hasRules, isFinished, NO_RULES, readRules } from "#rules";

/** What the form holds: texts as typed. `rules` null: they are kept as they are. */
export type OfferDraft = {
  name: string;
  channel: string;
  contentId: string;
  startsAt: string;
  endsAt: string;
  priority: string;
  score: string;
  expression: string;
  rules: RuleGroup | null;
  caps: Offer["caps"];
};

export function draftOf(offer?: Offer): OfferDraft {
  return {
    name: offer?.name ?? "",
    channel: offer?.channel ?? "any",
    contentId: offer?.contentId ?? "none",
    startsAt: localTime(offer?.startsAt ?? null),
    endsAt: localTime(offer?.endsAt ?? null),
    priority: String(offer?.priority ?? 0),
    score: offer?.score ?? "",
    expression: offer?.expression ?? "",
    rules: offer?.rules ? readRules(offer.rules) : NO_RULES,
    caps: offer?.caps ?? [],
  };
}

/** A moment as `datetime-local` shows it, in the browser's zone. */
function localTime(at: string | null): string {
  if (at === null) return "";
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const momentOf = (typed: string): string | null => (typed === "" ? null : new Date(typed).toISOString());

export const areCapsComplete = (caps: Offer["caps"]): boolean =>
  caps.every(({ max, days }) => Number.isInteger(max) && max > 0 && days >= 1 && days <= 365);

type Errors = Partial<Record<"name" | "endsAt" | "rules" | "caps", string>>;

export function offerErrors({ name, startsAt, endsAt, rules, caps }: OfferDraft): Errors {
  return {
    ...(name.trim() === "" ? { name: "Give the offer a name." } : {}),
    ...(startsAt !== "" && endsAt !== "" && endsAt <= startsAt ? { endsAt: "It must end after it starts." } : {}),
    ...(rules === null || !hasRules(rules) || isFinished(rules) ? {} : { rules: "Finish every rule, or remove it." }),
    ...(areCapsComplete(caps) ? {} : { caps: "A limit needs a number of offers, and 1 to 365 days." }),
  };
}

export function inputOf(draft: OfferDraft): OfferInput {
  const { rules } = draft;
  return {
    name: draft.name.trim(),
    channel: draft.channel === "any" ? null : draft.channel,
    contentId: draft.contentId === "none" ? null : draft.contentId,
    startsAt: momentOf(draft.startsAt),
    endsAt: momentOf(draft.endsAt),
    priority: Math.trunc(Number(draft.priority)) || 0,
    score: draft.score.trim() || null,
    expression: draft.expression.trim() || null,
    caps: draft.caps,
    ...(rules === null ? {} : { rules: hasRules(rules) ? (rules as JsonObject) : null }),
  };
}
