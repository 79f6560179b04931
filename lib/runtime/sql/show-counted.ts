import type { Connection } from "./connection.ts";

/** From now on the conversions of a version's goal are shown, unless the journey has another goal by now. */
export async function showCounted(sql: Connection, journeyId: string, versionId: string): Promise<void> {
  await sql`
    update journeys set counted_revision = counted.count_revision
    from versions as counted, versions as present
    where journeys.id = ${journeyId} and counted.id = ${versionId} and present.id = journeys.published_version_id
      and counted.count_revision = present.count_revision`;
}
