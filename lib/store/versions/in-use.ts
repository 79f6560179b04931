import { and, eq, ne, or, type SQL, sql } from "drizzle-orm";
import { ALL_SHARDS, type Transaction } from "#db";
import type { Pins } from "#engine";
import type { JourneyDocument } from "#journey";
import { journeys } from "../journeys/table.ts";
import { versions } from "./table.ts";

/** A draft, or a version that people can enter or are on, with the pinned meaning of its names. */
export type DocumentInUse = {
  readonly journey: { readonly id: string; readonly name: string };
  /** `null`: the draft. */
  readonly version: number | null;
  readonly document: Pick<JourneyDocument, "nodes" | "edges" | "settings" | "audienceId">;
  readonly pins: Pins | null;
};

/**
 * All documents of the workspace's journeys that may contain references, except those of archived journeys (R46). Read
 * before something is deleted.
 */
export async function documentsInUse(tx: Transaction, workspaceId: string): Promise<DocumentInUse[]> {
  const live = and(eq(journeys.workspaceId, workspaceId), ne(journeys.status, "archived"));
  const [drafts, frozen] = await Promise.all([
    tx.select().from(journeys).where(live).orderBy(journeys.name),
    tx
      .select({
        id: journeys.id,
        name: journeys.name,
        version: versions.number,
        document: versions.document,
        pins: sql<Pins | null>`${versions.program} -> 'pins'`,
      })
      .from(versions)
      .innerJoin(journeys, eq(journeys.id, versions.journeyId))
      .where(and(live, or(isEntered(), isStoodOn())))
      .orderBy(journeys.name, versions.number),
  ]);
  return [
    ...drafts.map(({ id, name, canvas, settings, audienceId }) => ({
      journey: { id, name },
      version: null,
      document: { ...canvas, settings, audienceId },
      pins: null,
    })),
    ...frozen.map(({ id, name, ...rest }) => ({ journey: { id, name }, ...rest })),
  ];
}

const isEntered = (): SQL =>
  sql`(versions.id = journeys.published_version_id and journeys.status in ('published', 'paused'))`;

const isStoodOn = (): SQL => sql`exists (
  select from positions p
  where p.shard = any(${sql.raw(`array[${ALL_SHARDS.join(",")}]::smallint[]`)})
    and p.journey_id = journeys.id and p.version_id = versions.id and p.epoch = journeys.epoch)`;
