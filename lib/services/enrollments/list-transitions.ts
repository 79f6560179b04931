import { type Context, iso } from "#services";
import { readHopsOf, unpackHops } from "#store/history";
import type { Transition } from "./schema.ts";

/** A history row holds the transitions of one signal; in order, they are the enrollment's transitions (R7). */
export async function listTransitions(
  ctx: Context,
  enrollment: { readonly id: string; readonly shard: number },
  names: ReadonlyMap<string, string>,
): Promise<Transition[]> {
  const rows = await readHopsOf(ctx.database.sql, enrollment);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
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
    })),
  );
}
