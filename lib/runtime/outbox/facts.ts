import type { TemplatePerson } from "#content";
import { type Claimed, needsRendering } from "./claim.ts";
import type { OutboxRuntime } from "./outbox-runtime.ts";

export type ContentFact = {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly subject: string | null;
  readonly html: string | null;
  readonly text: string | null;
};

export type WorkspaceFact = {
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
  readonly isDemo: boolean;
  readonly settings: Record<string, unknown>;
};

/** What rendering a batch looks at, loaded in three statements. */
export type Facts = {
  readonly people: ReadonlyMap<string, TemplatePerson>;
  readonly content: ReadonlyMap<string, ContentFact>;
  readonly workspaces: ReadonlyMap<string, WorkspaceFact>;
};

export async function loadFacts(runtime: OutboxRuntime, batch: readonly Claimed[]): Promise<Facts> {
  const { sql } = runtime.database;
  const toRender = batch.filter(needsRendering);
  const contentIds = [...new Set(toRender.flatMap((delivery) => delivery.contentId ?? []))];
  const workspaceIds = [...new Set(batch.map((delivery) => delivery.workspaceId))];
  const [people, content, workspaces] = await Promise.all([
    toRender.length === 0
      ? []
      : sql<TemplatePerson[]>`
          select p.id, p.external_id as "externalId", p.anonymous_id as "anonymousId", p.traits, p.tags, p.stage
          from unnest(${toRender.map((delivery) => delivery.shard)}::int[], ${toRender.map((delivery) => delivery.personId)}::text[]) as wanted (shard, id)
          join people p on p.shard = wanted.shard and p.id = wanted.id::uuid`,
    contentIds.length === 0
      ? []
      : sql<
          ContentFact[]
        >`select id, name, revision, subject, html, text from content where id = any(${contentIds}::text[]::uuid[])`,
    sql<WorkspaceFact[]>`
      select id, name, timezone, is_demo as "isDemo", settings from workspaces where id = any(${workspaceIds}::text[]::uuid[])`,
  ]);
  return { people: byId(people), content: byId(content), workspaces: byId(workspaces) };
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
