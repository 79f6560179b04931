import type { JourneyNode, JsonObject } from "#journey";
import { type Context, iso } from "#services";
import { readHopsOf, unpackHops } from "#store/history";
import { readDocuments } from "#store/versions";
import { receiptWith, sayTransition } from "#words";
import type { Transition } from "./schema.ts";

type Enrollment = {
  readonly id: string;
  readonly shard: number;
  readonly journeyId: string;
  readonly trigger: JsonObject | null;
};
type Step = Pick<JourneyNode, "name" | "label" | "type">;
type Version = { readonly number: number; readonly steps: ReadonlyMap<string, Step> };

/** A step that no version has any more. */
const GONE = { name: "a removed step", type: null };

/**
 * A history row holds the transitions of one signal; in order, they are the enrollment's transitions (R7). Steps are
 * named as in the version that the enrollment was on at the time.
 */
export async function listTransitions(ctx: Context, enrollment: Enrollment): Promise<Transition[]> {
  const rows = await readHopsOf(ctx.database.sql, enrollment);
  const versions = await loadVersions(ctx, enrollment.journeyId, [...new Set(rows.map(({ versionId }) => versionId))]);
  let before: Version | undefined;
  return rows.flatMap((row) => {
    const version = versions.get(row.versionId);
    const former = before ?? version;
    before = version;
    return unpackHops(row.hops).map((hop, index) => {
      // Only the first transition of a row can come from the version before.
      const from = nameIn(hop.from, index === 0 ? [former, version] : [version]);
      const to = nameIn(hop.to, [version]);
      const receipt = receiptWith(enrollment.trigger, hop.cause, hop.receipt);
      return {
        id: `${row.id}.${index}`,
        fromNodeId: hop.from,
        fromNodeName: from?.name ?? null,
        toNodeId: hop.to,
        toNodeName: to?.name ?? null,
        edgeId: hop.edge,
        at: iso(hop.at),
        cause: hop.cause,
        receipt: hop.receipt,
        versionNumber: version?.number ?? 0,
        sentence: sayTransition({
          cause: hop.cause,
          receipt,
          from: hop.from === null ? null : spoken(from),
          to: hop.to === null ? null : spoken(to),
          version: version?.number ?? null,
        }),
      };
    });
  });
}

async function loadVersions(ctx: Context, journeyId: string, ids: readonly string[]): Promise<Map<string, Version>> {
  const documents = await readDocuments(ctx.database.orm, journeyId, ids);
  return new Map(
    documents.map(({ id, number, document }) => [
      id,
      { number, steps: new Map(document.nodes.map((node) => [node.id, node])) },
    ]),
  );
}

/** The step by the first of the versions that has it. */
function nameIn(id: string | null, versions: readonly (Version | undefined)[]): Step | undefined {
  if (id === null) return undefined;
  for (const version of versions) {
    const step = version?.steps.get(id);
    if (step) return step;
  }
  return undefined;
}

/** A step as sentences call it: by its label, if it has one. */
const spoken = (step: Step | undefined) => (step ? { name: step.label ?? step.name, type: step.type } : GONE);
