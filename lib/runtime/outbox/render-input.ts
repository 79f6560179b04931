import type { TemplatePerson } from "#content";
import { type Claimed, needsRendering } from "./claim.ts";
import type { OutboxRuntime } from "./outbox-runtime.ts";

export type RenderedContent = {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly subject: string | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly body: Record<string, unknown>;
  /** What becomes of a message of which a variable is empty. */
  readonly onEmpty: "send" | "skip" | "fail";
};

export type SendingWorkspace = {
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
  readonly isDemo: boolean;
  readonly settings: Record<string, unknown>;
};

/** What rendering a batch looks at, loaded in three statements. */
export type RenderInput = {
  readonly people: ReadonlyMap<string, TemplatePerson>;
  /** By id, and by id and revision. */
  readonly content: ReadonlyMap<string, RenderedContent>;
  readonly workspaces: ReadonlyMap<string, SendingWorkspace>;
};

export async function loadRenderInput(runtime: OutboxRuntime, batch: readonly Claimed[]): Promise<RenderInput> {
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
          RenderedContent[]
        >`select id, name, revision, subject, html, text, body, on_empty as "onEmpty" from content where id = any(${contentIds}::text[]::uuid[])`,
    sql<SendingWorkspace[]>`
      select id, name, timezone, is_demo as "isDemo", settings from workspaces where id = any(${workspaceIds}::text[]::uuid[])`,
  ]);
  return {
    people: byId(people),
    content: await withRevisions(runtime, toRender, byId(content)),
    workspaces: byId(workspaces),
  };
}

/** A delivery shows the revision it was queued with, however often the content has been changed since (R43). */
async function withRevisions(
  { database: { sql } }: OutboxRuntime,
  deliveries: readonly Claimed[],
  latest: Map<string, RenderedContent>,
): Promise<Map<string, RenderedContent>> {
  const old = deliveries.filter(({ contentId, contentRevision }) => {
    const now = contentId === null ? undefined : latest.get(contentId);
    return now !== undefined && contentRevision !== null && contentRevision !== now.revision;
  });
  if (old.length === 0) return latest;
  const rows = await sql<RenderedContent[]>`
    select distinct kept.content_id as id, name, kept.revision, subject, html, text, body, on_empty as "onEmpty"
    from unnest(${old.map((delivery) => delivery.contentId)}::text[], ${old.map((delivery) => delivery.contentRevision)}::int[])
      as wanted (id, revision)
    join content_revisions kept on kept.content_id = wanted.id::uuid and kept.revision = wanted.revision`;
  for (const row of rows) latest.set(`${row.id} ${row.revision}`, row);
  return latest;
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
