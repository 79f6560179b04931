import { sql } from "drizzle-orm";
import { findLoopProblems, type LinkedJourney, segmentId, setsOffJourneys } from "#engine";
import {
  isEntry,
  type JourneyDocument,
  type JourneyNode,
  type JsonObject,
  NODE_TYPES,
  nodeKinds,
  type Problem,
} from "#journey";
import type { Context, Transaction } from "#services";
import { readReferences } from "#services/segments";
import type { JourneyRow } from "./find-journey.ts";

type Named = Pick<JourneyRow, "id" | "name" | "key" | "shortId" | "number">;

/** Loops of journeys that start each other, including this one; uses the published versions of the others. */
export async function loopProblems(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  row: Named,
  document: JourneyDocument,
): Promise<Problem[]> {
  if (!setsOffJourneys(document)) return [];
  const [others, segments] = await Promise.all([loadOthers(ctx, tx), readReferences(ctx, tx)]);
  const own = { id: row.id, name: row.name, names: namesOf(row), document };
  return findLoopProblems(own, others, (reference) => segmentId(reference, segments) ?? reference);
}

const namesOf = ({ id, key, shortId, number }: Named) => [id, key, shortId, String(number)];

type OtherRow = Named & {
  nodes: JourneyNode[];
  settings: JsonObject | null;
  audienceId: string | null;
} & Record<string, unknown>;

/** The kinds that link journeys: people enter by them, or they may change people, make events or enroll. */
const LINKING = NODE_TYPES.filter((type) => isEntry({ type }) || nodeKinds[type].changesPeople);
const LINKS = `$.nodes[*] ? (${LINKING.map((type) => `@.type == "${type}"`).join(" || ")})`;

/** Loads only the nodes that link journeys, because a workspace may have many large journeys. */
async function loadOthers(ctx: Context, tx: Transaction | Context["database"]["orm"]): Promise<LinkedJourney[]> {
  const rows = await tx.execute<OtherRow>(sql`
    select j.id, j.name, j.key, j.short_id as "shortId", j.number,
      jsonb_path_query_array(v.document, ${LINKS}::jsonpath) as nodes,
      v.document -> 'settings' as settings, v.document ->> 'audienceId' as "audienceId"
    from journeys j join versions v on v.id = j.published_version_id
    where j.workspace_id = ${ctx.workspaceId} and j.status in ('published', 'paused')`);
  return [...rows].map(({ nodes, settings, audienceId, ...row }) => {
    return {
      id: row.id,
      name: row.name,
      names: namesOf(row),
      document: { nodes, settings: settings ?? {}, audienceId },
    };
  });
}
