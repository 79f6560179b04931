import type { DecisionFlowRow, Decisions, OfferRow } from "#engine";
import type { Connection } from "../sql/connection.ts";

export type DecisionRows = { readonly offers: readonly OfferRow[]; readonly flows: readonly DecisionFlowRow[] };

/** Offers and decision flows of every workspace, or of one; archived ones too, because receipts name them. */
export async function readDecisions(sql: Connection, workspaceId: string | null): Promise<DecisionRows> {
  const owned = (table: "offers" | "decision_flows") =>
    workspaceId === null ? sql`true` : sql`${sql(table)}.workspace_id = ${workspaceId}`;
  const [offers, flows] = await Promise.all([
    sql<OfferRow[]>`
      select offers.id, offers.workspace_id as "workspaceId", offers.key, offers.number, offers.name, channel,
        content.id as "contentId", content.type as "contentType", rules, expression,
        floor(date_part('epoch', starts_at) * 1000 + 0.0005) as "startsAt",
        floor(date_part('epoch', ends_at) * 1000 + 0.0005) as "endsAt",
        priority, score, caps, properties, learned, offers.archived_at is not null as "isArchived"
      from offers left join content on content.id = offers.content_id and content.archived_at is null
      where ${owned("offers")} order by offers.number`,
    sql<DecisionFlowRow[]>`
      select id, workspace_id as "workspaceId", key, number, name, offer_ids as "offerIds", channel, rules, expression,
        score, sampling, caps, suppress, max_offers as "maxOffers", archived_at is not null as "isArchived"
      from decision_flows where ${owned("decision_flows")} order by number`,
  ]);
  return { offers, flows };
}

/** One workspace's share. */
export function decisionsOf({ offers, flows }: DecisionRows, workspaceId: string): Decisions {
  const isOwn = (row: { readonly workspaceId: string }) => row.workspaceId === workspaceId;
  return { offers: offers.filter(isOwn), flows: flows.filter(isOwn) };
}
