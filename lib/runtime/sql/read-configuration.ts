import type { SplitAllocation } from "#engine";
import type { Connection } from "./connection.ts";

export type WorkspaceRow = { id: string; name: string; timezone: string; settings: Record<string, unknown> };
export type JourneyRow = {
  id: string;
  workspaceId: string;
  number: number;
  key: string;
  shortId: string;
  status: "draft" | "published" | "paused" | "archived";
  pauseMode: "hold" | "drain" | "queue" | null;
  pauses: { mode: "hold" | "drain" | "queue"; from: string; to: string | null; onResume?: "fire" | "shift" }[];
  onResume: "fire" | "shift";
  epoch: number;
  versionId: string | null;
  /** By node id; null = the shares of the canvas hold everywhere. */
  allocations: Record<string, SplitAllocation> | null;
};
export type SegmentRow = {
  id: string;
  workspaceId: string;
  key: string;
  number: number;
  kind: "static" | "rules";
  rules: Record<string, unknown> | null;
  formerKeys: string[];
  unbuilt: boolean;
};

/** Journeys that were never published are among them: a step may enroll into one, and what comes of it is noted. */
export async function readConfiguration(
  sql: Connection,
): Promise<{ workspaces: WorkspaceRow[]; journeys: JourneyRow[]; segments: SegmentRow[] }> {
  const [workspaces, journeys, segments] = await Promise.all([
    sql<WorkspaceRow[]>`select id, name, timezone, settings from workspaces`,
    sql<JourneyRow[]>`
      select id, workspace_id as "workspaceId", number, key, short_id as "shortId", status, pause_mode as "pauseMode",
        pauses, on_resume as "onResume", epoch,
        case when status in ('published', 'paused') then published_version_id end as "versionId",
        (select jsonb_object_agg(node_id, jsonb_build_object('source', source, 'basis', basis, 'weights', weights))
         from split_allocations where journey_id = journeys.id and weights is not null) as allocations
      from journeys`,
    sql<
      SegmentRow[]
    >`select id, workspace_id as "workspaceId", key, number, kind, rules, former_keys as "formerKeys", kind = 'rules' and built_at is null as unbuilt from segments`,
  ]);
  return { workspaces: [...workspaces], journeys: [...journeys], segments: [...segments] };
}
