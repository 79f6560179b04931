import type { JourneyNode, JsonObject } from "#journey";
import { type Context, iso } from "#services";
import { readHopsOf, unpackHops } from "#store/history";
import { receiptWith, sayTransition } from "#words";
import type { Transition } from "./schema.ts";

/** A step of another version than the current one of the enrollment. */
const GONE = { name: "a removed step", type: null };

/** A history row holds the transitions of one signal; in order, they are the enrollment's transitions (R7). */
export async function listTransitions(
  ctx: Context,
  enrollment: { readonly id: string; readonly shard: number; readonly trigger: JsonObject | null },
  nodes: ReadonlyMap<string, JourneyNode>,
): Promise<Transition[]> {
  const rows = await readHopsOf(ctx.database.sql, enrollment);
  const nameOf = (id: string | null) => (id === null ? null : (nodes.get(id)?.name ?? null));
  const named = (id: string | null) => (id === null ? null : (nodes.get(id) ?? GONE));
  return rows.flatMap((row) =>
    unpackHops(row.hops).map((hop, index) => ({
      id: `${row.id}.${index}`,
      fromNodeId: hop.from,
      fromNodeName: nameOf(hop.from),
      toNodeId: hop.to,
      toNodeName: nameOf(hop.to),
      edgeId: hop.edge,
      at: iso(hop.at),
      cause: hop.cause,
      receipt: hop.receipt,
      sentence: sayTransition({
        cause: hop.cause,
        receipt: receiptWith(enrollment.trigger, hop.cause, hop.receipt),
        from: named(hop.from),
        to: named(hop.to),
      }),
    })),
  );
}
