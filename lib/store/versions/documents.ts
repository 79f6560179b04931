import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import type { Pins, Program } from "#engine";
import { versions } from "./table.ts";

const { id, number, hash, publishedBy, createdAt, document, name, note } = versions;
const pins = sql<Pins | null>`${versions.program} -> 'pins'`;

/** One version without its program; with `journeyId` only if it is one of that journey. */
export async function readVersion(orm: Orm | Transaction, of: { readonly id: string; readonly journeyId?: string }) {
  const [row] = await orm
    .select({ id, number, hash, publishedBy, createdAt, document, name, note, pins })
    .from(versions)
    .where(and(eq(id, of.id), of.journeyId === undefined ? undefined : eq(versions.journeyId, of.journeyId)));
  return row;
}

/** The goal of a version, and the key of its conversions. */
export async function readGoal(orm: Orm | Transaction, versionId: string) {
  const [row] = await orm
    .select({ goal: versions.goal, revision: versions.countRevision })
    .from(versions)
    .where(eq(id, versionId));
  return row;
}

/** The id of a version that is named by its id or its number. */
export async function readVersionId(
  orm: Orm | Transaction,
  journeyId: string,
  named: { readonly id: string } | { readonly number: number },
): Promise<string | null> {
  const [row] = await orm
    .select({ id })
    .from(versions)
    .where(and(eq(versions.journeyId, journeyId), "id" in named ? eq(id, named.id) : eq(number, named.number)));
  return row?.id ?? null;
}

/** Documents of a journey's versions, by number: all of them, or those with the given ids. */
export async function readDocuments(orm: Orm | Transaction, journeyId: string, ids: readonly string[] | null = null) {
  if (ids?.length === 0) return [];
  return await orm
    .select({ id, number, document })
    .from(versions)
    .where(and(eq(versions.journeyId, journeyId), ids === null ? undefined : inArray(id, [...ids])))
    .orderBy(asc(number));
}

/** Numbers and times of versions of any journeys. */
export async function readVersionDates(orm: Orm | Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return await orm
    .select({ id, number, createdAt })
    .from(versions)
    .where(inArray(id, [...ids]));
}

/** The given version, or a journey's latest one. */
export async function readRunningVersion(
  orm: Orm | Transaction,
  of: { readonly journeyId: string; readonly versionId: string | null },
) {
  const [row] = await orm
    .select({ document, program: sql<Program>`${versions.program}` })
    .from(versions)
    .where(of.versionId === null ? eq(versions.journeyId, of.journeyId) : eq(id, of.versionId))
    .orderBy(desc(number))
    .limit(1);
  return row;
}
