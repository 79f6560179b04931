import type { JsonObject } from "#journey";
import { HOUR_MS } from "#times";
import type { CampaignDefinition, JourneyState, SegmentDefinition, WorkspaceSnapshot } from "./advance-input.ts";
import type { DecisionFlow, Decisions, Offer } from "./decisions/types.ts";
import type { Program } from "./program.ts";
import type { SplitAllocation } from "./splits/shares.ts";

/** A workspace row as the database stores it. */
export type WorkspaceRow = {
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
  readonly settings: JsonObject;
  /** The share of people who get no marketing; null: nobody is held out. */
  readonly holdoutPercent?: number | null;
};

export type CampaignDefinitionRow = CampaignDefinition & { readonly workspaceId: string };

export type JourneyStateRow = Omit<JourneyState, "key" | "shortId" | "entryVersionId" | "allocations"> & {
  readonly workspaceId: string;
  readonly key: string;
  readonly shortId: string;
  /** The version on which new enrollments start. */
  readonly versionId: string | null;
  /** By node id; null = the shares of the canvas apply everywhere. */
  readonly allocations: Readonly<Record<string, SplitAllocation>> | null;
};

export type SegmentDefinitionRow = {
  readonly id: string;
  readonly workspaceId: string;
  readonly key: string;
  readonly number: number;
  readonly name: string;
  readonly kind: "static" | "rules";
  readonly rules: JsonObject | null;
  readonly formerKeys: readonly string[];
  readonly unbuilt: boolean;
};

export type OfferRow = Offer & { readonly workspaceId: string };
export type DecisionFlowRow = DecisionFlow & { readonly workspaceId: string };

/** Events whose own timestamp is older than this many ms trigger nothing, unless the workspace sets another age. */
export const TOO_OLD_MS = 72 * HOUR_MS;

/** The configuration rows of one workspace. */
export type SnapshotRows = {
  readonly workspace: WorkspaceRow;
  readonly journeys: readonly JourneyStateRow[];
  readonly segments: readonly SegmentDefinitionRow[];
  readonly campaigns?: readonly CampaignDefinitionRow[];
  readonly decisions?: Decisions;
};

/** Builds the part of the input that all people of a workspace share from its rows; every caller of the engine uses it. */
export function snapshotOf(
  { workspace, journeys, segments, campaigns = [], decisions }: SnapshotRows,
  programs: ReadonlyMap<string, Program>,
): WorkspaceSnapshot & { readonly segments: ReadonlyMap<string, SegmentDefinition> } {
  const { id, name, timezone, settings, holdoutPercent } = workspace;
  const { tooOldHours } = settings;
  const tooOldMs = tooOldHours == null ? TOO_OLD_MS : Number(tooOldHours) * HOUR_MS;
  return {
    workspace: { id, name, timezone, tooOldMs, ...(holdoutPercent ? { holdoutPercent } : {}) },
    journeys: new Map(journeys.map((journey) => [journey.id, journeyState(journey)])),
    programs,
    segments: new Map(segments.map((segment) => [segment.id, segmentDefinition(segment)])),
    ...(campaigns.length > 0 ? { campaigns: new Map(campaigns.map((campaign) => [campaign.id, campaign])) } : {}),
    ...(decisions === undefined || decisions.flows.length === 0 ? {} : { decisions }),
  };
}

function journeyState({ workspaceId: _of, versionId, allocations, ...row }: JourneyStateRow): JourneyState {
  const learned = allocations ? { allocations: new Map(Object.entries(allocations)) } : {};
  return { ...row, entryVersionId: versionId, ...learned };
}

function segmentDefinition(row: SegmentDefinitionRow): SegmentDefinition {
  const { id, key, number, name, rules, formerKeys, unbuilt } = row;
  return { id, key, number, name, formerKeys, ...(rules ? { rules } : {}), ...(unbuilt ? { unbuilt } : {}) };
}
