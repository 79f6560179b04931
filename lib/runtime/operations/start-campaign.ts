import { readStartedCampaign, startForPeople } from "#store/campaigns";
import { everyoneOf, membersOf } from "#store/people";
import { inOrder } from "#store/sql";
import { builtShards } from "./built-shards.ts";
import type { OperationKind } from "./operation.ts";

/** Tells people that a public campaign started: everybody, or the members of its segment. */
export const startCampaign: OperationKind = {
  work: async (slice) => {
    const { campaignId, segmentId } = slice.operation.input;
    const campaign = await readStartedCampaign(slice.sql, String(campaignId));
    // It was deleted or has ended since.
    if (campaign === undefined) return { done: 0, cursor: null };
    const source = typeof segmentId === "string" ? membersOf(slice, segmentId) : everyoneOf(slice);
    return inOrder(slice.sql, () => startForPeople(slice, source, campaign));
  },
  ready: builtShards,
};
