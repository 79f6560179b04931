import type { CompiledMail, MailDesign } from "#mails";
import type { Connection } from "../sql/connection.ts";

export type ContentRow = {
  readonly workspaceId: string;
  readonly id: string;
  readonly slug: string;
  readonly number: number;
  readonly revision: number;
};

/**
 * The few content items that a batch's nodes refer to, by id, slug or number. Their revision is stored with the
 * delivery (R43).
 */
export async function findContent(sql: Connection, workspaces: string[], references: string[]): Promise<ContentRow[]> {
  return await sql<ContentRow[]>`
    select workspace_id as "workspaceId", id, slug, number, revision
    from content
    where workspace_id = any(${workspaces}::uuid[])
      and (slug = any(${references}::text[]) or id::text = any(${references}::text[]) or number::text = any(${references}::text[]))`;
}

/** The parts from which a message is rendered. */
export type RenderedContent = {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly subject: string | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly body: Record<string, unknown>;
  readonly mail: MailDesign | null;
  readonly compiled: CompiledMail | null;
  /** What happens to a message in which a variable is empty. */
  readonly onEmpty: "send" | "skip" | "fail";
};

/** The latest revision of content. */
export async function readContent(sql: Connection, ids: readonly string[]): Promise<RenderedContent[]> {
  return await sql<RenderedContent[]>`
    select id, name, revision, subject, html, text, body, mail, compiled, on_empty as "onEmpty"
    from content where id = any(${[...ids]}::text[]::uuid[])`;
}

/** Earlier revisions of content, by id and number. */
export async function readContentRevisions(
  sql: Connection,
  ids: readonly (string | null)[],
  revisions: readonly (number | null)[],
): Promise<RenderedContent[]> {
  return await sql<RenderedContent[]>`
    select distinct kept.content_id as id, name, kept.revision, subject, html, text, body, mail, compiled, on_empty as "onEmpty"
    from unnest(${[...ids]}::text[], ${[...revisions]}::int[]) as wanted (id, revision)
    join content_revisions kept on kept.content_id = wanted.id::uuid and kept.revision = wanted.revision`;
}
