import type { NodeType } from "#journey";
import type { Operation } from "./catalog.ts";
import type { JourneyDetail, SavedJourney } from "./journey.ts";

/** What becomes of the people on one step of an older version. */
export type MigrationAction = "stay" | "move" | "exit";

export type MigrationStep = { nodeId: string; versionId: string; action: MigrationAction; toNodeId?: string };

/** Without `timers` each step's waits go on, or are worked out anew where the step's own wait changed. */
export type Migration = { steps: MigrationStep[]; timers?: "keep" | "recompute"; perMinute?: number };

/** A step people stand on, what the new version does to it, and what the plan does to them. */
export type PreviewStep = {
  versionId: string;
  versionNumber: number;
  nodeId: string;
  name: string;
  type: NodeType;
  people: number;
  /** Of them, held by a pause. */
  held: number;
  change: "same" | "changed" | "removed";
  action: MigrationAction;
  /** Where they would go: the step of the same id or name, else what it led to. */
  toNodeId: string | null;
  /** What becomes of their running waits: as planned, else as suggested. */
  timers: "keep" | "recompute";
  /** Of them, whose wait would be over as soon as they are moved. */
  dueAtOnce: number;
};

/** A trigger on entering a segment, with who is in it now. */
export type PresentMembers = {
  nodeId: string;
  segmentId: string;
  segmentName: string;
  people: number;
  /** The current version is not triggered by this segment. */
  isNew: boolean;
};

export type PublishPreview = {
  version: number;
  revision: number;
  people: number;
  present: PresentMembers[];
  steps: PreviewStep[];
  problems: { message: string; nodeId?: string | null; field?: string | null }[];
};

export type Published = SavedJourney & { data: JourneyDetail; operation?: Operation | null };

export type FieldChange = { path: string; before: unknown; after: unknown };

export type NodeChange = {
  nodeId: string;
  name: string;
  type: NodeType;
  change: "added" | "removed" | "changed" | "moved";
  fields: FieldChange[];
};

export type EdgeChange = {
  edgeId: string;
  name: string;
  change: "added" | "removed" | "changed" | "moved";
  fields: FieldChange[];
};

export type VersionDifference = { nodes: NodeChange[]; edges: EdgeChange[]; settings: FieldChange[] };
