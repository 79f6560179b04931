import type { Sql, TransactionSql } from "#db";
import type { CampaignDefinitionRow, CountedGoal, JourneyStateRow, SegmentDefinitionRow, WorkspaceRow } from "#engine";
import type { journeys as journeysTable } from "../journeys/table.ts";
import { type DecisionRows, readDecisions } from "./read-decisions.ts";

export type ConfigurationRows = {
  readonly workspaces: readonly WorkspaceRow[];
  readonly journeys: readonly JourneyStateRow[];
  readonly segments: readonly SegmentDefinitionRow[];
  readonly campaigns: readonly CampaignDefinitionRow[];
  readonly decisions: DecisionRows;
};

/** One journey of a workspace, or all of them. */
export type OneJourney = { readonly workspaceId: string; readonly journeyId: string | null };

/**
 * The configuration of the engine: of everything, for batches, or of one journey and its workspace, for explain and
 * preview. Includes journeys that were never published, because a node may try to enroll into one, which is recorded.
 */
export async function readConfiguration(
  sql: Sql | TransactionSql,
  only: OneJourney | null = null,
): Promise<ConfigurationRows> {
  const ofWorkspace = (column: "id" | "workspace_id") =>
    only === null ? sql`true` : sql`${sql(column)} = ${only.workspaceId}`;
  const ofJourney = only === null || only.journeyId === null ? sql`true` : sql`journeys.id = ${only.journeyId}`;
  const wanted = only === null ? sql`true` : sql`${ofJourney} and journeys.workspace_id = ${only.workspaceId}`;
  const [workspaces, journeys, segments, campaigns, decisions] = await Promise.all([
    sql<WorkspaceRow[]>`
      select id, name, timezone, settings,
        (select (document #>> '{holdout,percent}')::float8 from sending_policies
         where sending_policies.workspace_id = workspaces.id) as "holdoutPercent"
      from workspaces where ${ofWorkspace("id")}`,
    sql<StoredJourney[]>`
      select journeys.id, journeys.workspace_id as "workspaceId", journeys.number, key, short_id as "shortId", status,
        pause_mode as "pauseMode", pauses, on_resume as "onResume", epoch,
        present.goal, present.count_revision as "goalRevision",
        case when status in ('published', 'paused') then published_version_id end as "versionId",
        (select jsonb_object_agg(node_id, jsonb_build_object('source', source, 'basis', basis, 'weights', weights))
         from split_allocations where journey_id = journeys.id and weights is not null) as allocations
      from journeys left join versions as present on present.id = published_version_id
      where ${wanted}`,
    sql<SegmentDefinitionRow[]>`
      select id, workspace_id as "workspaceId", key, number, name, kind, rules, former_keys as "formerKeys",
        kind = 'rules' and built_at is null as unbuilt
      from segments
      where ${ofWorkspace("workspace_id")}`,
    sql<CampaignDefinitionRow[]>`
      select id, workspace_id as "workspaceId", key, number, name, content_id as "contentId"
      from campaigns
      where is_template and ${ofWorkspace("workspace_id")}`,
    readDecisions(sql, only?.workspaceId ?? null),
  ]);
  return { workspaces, journeys: journeys.map(inEngineTerms), segments, campaigns, decisions };
}

type StoredJourney = Omit<JourneyStateRow, "pauses" | "goal"> &
  Pick<typeof journeysTable.$inferSelect, "pauses"> & {
    /** The present goal; also of archived and unpublished journeys, for people who were in them (R52). */
    readonly goal: CountedGoal["compiled"] | null;
    readonly goalRevision: string | null;
  };

/** Keeps every other field of a pause, in particular its own `onResume`. */
function inEngineTerms({ pauses, goal, goalRevision, ...journey }: StoredJourney): JourneyStateRow {
  return {
    ...journey,
    goal: goal && goalRevision !== null ? { compiled: goal, revision: goalRevision } : null,
    pauses: pauses.map(({ from, to, ...pause }) => ({
      ...pause,
      from: Date.parse(from),
      to: to === null ? null : Date.parse(to),
    })),
  };
}
