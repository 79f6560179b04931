import type { JsonObject } from "#journey";
import { HOUR_MS } from "#times";
import type { JourneyState, SegmentDefinition, World } from "./advance-input.ts";
import type { Program } from "./program.ts";
import type { SplitAllocation } from "./splits/shares.ts";

/** A workspace as the database holds it. */
export type WorkspaceRow = {
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
  readonly settings: JsonObject;
};

export type JourneyStateRow = Omit<JourneyState, "key" | "shortId" | "entryVersionId" | "allocations"> & {
  readonly workspaceId: string;
  readonly key: string;
  readonly shortId: string;
  /** The version new people enter. */
  readonly versionId: string | null;
  /** By node id; null = the shares of the canvas hold everywhere. */
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

/** Events older than this by their own clock act on nothing, unless the workspace says another age. */
export const TOO_OLD_MS = 72 * HOUR_MS;

/** What is the same for every person of a workspace, made of its rows in one way for all who ask the engine. */
export function snapshotOf(
  workspace: WorkspaceRow,
  journeys: readonly JourneyStateRow[],
  segments: readonly SegmentDefinitionRow[],
  programs: ReadonlyMap<string, Program>,
): World & { readonly segments: ReadonlyMap<string, SegmentDefinition> } {
  const { id, name, timezone, settings } = workspace;
  const { tooOldHours } = settings;
  const tooOldMs = tooOldHours == null ? TOO_OLD_MS : Number(tooOldHours) * HOUR_MS;
  return {
    workspace: { id, name, timezone, tooOldMs },
    journeys: new Map(journeys.map((journey) => [journey.id, journeyState(journey)])),
    programs,
    segments: new Map(segments.map((segment) => [segment.id, segmentFact(segment)])),
  };
}

function journeyState({ workspaceId: _of, versionId, allocations, ...row }: JourneyStateRow): JourneyState {
  const learned = allocations ? { allocations: new Map(Object.entries(allocations)) } : {};
  return { ...row, entryVersionId: versionId, ...learned };
}

function segmentFact({ id, key, number, rules, formerKeys, unbuilt }: SegmentDefinitionRow): SegmentDefinition {
  return { id, key, number, formerKeys, ...(rules ? { rules } : {}), ...(unbuilt ? { unbuilt } : {}) };
}
