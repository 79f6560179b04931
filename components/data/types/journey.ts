import type { GoalConfig, JourneyEdge, JourneyNode, JsonObject, Problem } from "#journey";

export type JourneyStatus = "DRAFT" | "PUBLISHED" | "PAUSED" | "ARCHIVED";
export type PauseMode = "hold" | "drain" | "queue";

/** A journey in a list: the draft's settings and counts, without its canvas. */
export type Journey = {
  id: string;
  shortId: string;
  number: number;
  key: string;
  name: string;
  description: string | null;
  status: JourneyStatus;
  siteId: string;
  audienceId: string | null;
  settings: JsonObject;
  goalConfig: GoalConfig | null;
  allowAnonymous: boolean;
  pauseMode: PauseMode | null;
  revision: number;
  publishedVersion: { id: string; number: number; publishedAt: string } | null;
  hasUnpublishedChanges: boolean;
  createdAt: string;
  updatedAt: string;
  _count: { nodes: number; edges: number; enrollments: number; active: number };
};

/** One journey with the draft's canvas. */
export type JourneyDetail = Journey & {
  nodes: JourneyNode[];
  edges: JourneyEdge[];
  audience: { id: string; name: string; key: string; number: number } | null;
};

/** Every save answers the journey and what is wrong with it so far. */
export type SavedJourney = { data: JourneyDetail; warnings: Problem[] };

export type Validation = { problems: Problem[]; canPublish: boolean };

export type JourneyVersion = {
  id: string;
  number: number;
  hash: string;
  publishedBy: string | null;
  createdAt: string;
  isCurrent: boolean;
  /** People inside on this version. */
  people?: number;
  /** Part of its enrollments: whom publishing brought from other versions; and whom it took to others. */
  movedIn: number;
  movedOut: number;
  _count: { nodes: number; edges: number; enrollments: number; active: number };
};

export type JourneyPatch = Partial<
  Pick<Journey, "name" | "siteId" | "description" | "audienceId" | "settings" | "goalConfig" | "allowAnonymous">
>;

export type NewJourney = JourneyPatch & {
  name: string;
  siteId: string;
  nodes?: unknown[];
  edges?: unknown[];
};
