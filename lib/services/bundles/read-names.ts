import type { Context, Transaction } from "#services";
import { readCampaignNames } from "#store/campaigns";
import { readChannelNames } from "#store/channels";
import { readContentNames } from "#store/content";
import { readFlowNames } from "#store/decision-flows";
import { readJourneyNames } from "#store/journeys";
import { readOfferNames } from "#store/offers";
import { readSegmentNames } from "#store/segments";
import { keysOf, type Names } from "./names.ts";

/** All names of a workspace. */
export async function readNames(
  { workspaceId }: Context,
  reader: Transaction | Context["database"]["orm"],
): Promise<Names> {
  const [segments, content, offers, decisionFlows, journeys, campaigns, channels] = [
    await readSegmentNames(reader, workspaceId),
    await readContentNames(reader, workspaceId),
    await readOfferNames(reader, workspaceId),
    await readFlowNames(reader, workspaceId),
    await readJourneyNames(reader, workspaceId),
    await readCampaignNames(reader, workspaceId),
    await readChannelNames(reader, workspaceId),
  ];
  return {
    segments: keysOf(segments.map(({ formerKeys, ...row }) => ({ ...row, others: formerKeys }))),
    content: keysOf(content),
    offers: keysOf(offers),
    decisionFlows: keysOf(decisionFlows),
    journeys: keysOf(journeys.map(({ shortId, ...row }) => ({ ...row, others: [shortId] }))),
    campaigns: keysOf(campaigns),
    channels: keysOf(channels),
  };
}
