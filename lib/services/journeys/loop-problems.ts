import { findLoopProblems, type LinkedJourney, segmentId, setsOffJourneys } from "#engine";
import type { JourneyDocument, Problem } from "#journey";
import type { Context, Transaction } from "#services";
import { readReferences } from "#services/segments";
import { readLinkedJourneys } from "#store/journeys";
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

async function loadOthers(ctx: Context, tx: Transaction | Context["database"]["orm"]): Promise<LinkedJourney[]> {
  const rows = await readLinkedJourneys(tx, ctx.workspaceId);
  return rows.map(({ nodes, settings, audienceId, ...row }) => {
    const document = { nodes, settings: settings ?? {}, audienceId };
    return { id: row.id, name: row.name, names: namesOf(row), document };
  });
}
