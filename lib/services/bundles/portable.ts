import { isoOrNull } from "#services";
import type { ContentItem } from "#store/content";
import type { FlowRow } from "#store/decision-flows";
import type { OfferRow } from "#store/offers";
import type { SegmentRow } from "#store/segments";
import { type Names, withKeys } from "./names.ts";
import type { Bundle } from "./schema.ts";

type Part<Kind extends "segments" | "content" | "offers" | "decisionFlows"> = Bundle[Kind][number];
type Rules = Part<"segments">["rules"];

/** What of a row another workspace can take: everything that people write, with keys for names. */
export const portableSegment = (
  { key, name, description, kind, rules }: SegmentRow,
  names: Names,
): Part<"segments"> => ({
  ...{ key, name, description, kind },
  ...(rules === null ? {} : { rules: withKeys(rules, names) as Rules }),
});

export const portableContent = ({ slug, type, name, ...row }: ContentItem): Part<"content"> => {
  const { subject, html, text, body, onEmpty } = row;
  return { slug, type: type as Part<"content">["type"], name, subject, html, text, body, onEmpty };
};

export function portableOffer(row: OfferRow, names: Names): Part<"offers"> {
  const { key, name, description, channel, contentId, rules, expression, priority, score, caps, properties } = row;
  return {
    ...{ key, name, description, channel, expression, priority, score, properties },
    contentId: contentId === null ? null : (names.content.get(contentId) ?? contentId),
    rules: withKeys(rules, names) as Rules,
    startsAt: isoOrNull(row.startsAt),
    endsAt: isoOrNull(row.endsAt),
    caps: [...caps],
  };
}

export function portableFlow(row: FlowRow, names: Names): Part<"decisionFlows"> {
  const { key, name, description, offerIds, channel, rules, expression, score, sampling, caps, maxOffers } = row;
  return {
    ...{ key, name, description, channel, expression, score, sampling, maxOffers },
    offers: offerIds === null ? null : offerIds.map((id) => names.offers.get(id) ?? id),
    rules: withKeys(rules, names) as Rules,
    caps: [...caps],
    suppress: row.suppress.map(({ outcomes, days }) => ({ outcomes: [...outcomes], days })),
  };
}
