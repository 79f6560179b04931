import { eq } from "drizzle-orm";
import type { Context, Transaction } from "#services";
import { schema } from "#store";

/** The ids for names of decision flows: as pinned before if those flows still exist, else as they resolve now (R46). */
export async function pinDecisionFlows(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  names: readonly string[],
  before: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const { decisionFlows } = schema;
  const rows = await tx
    .select({ id: decisionFlows.id, key: decisionFlows.key, number: decisionFlows.number })
    .from(decisionFlows)
    .where(eq(decisionFlows.workspaceId, ctx.workspaceId));
  const idOf = (name: string) =>
    rows.find(({ id }) => id === before[name]) ??
    rows.find(({ id, key }) => id === name || key === name) ??
    rows.find(({ number }) => String(number) === name);
  return Object.fromEntries(names.flatMap((name) => [idOf(name)].flatMap((row) => (row ? [[name, row.id]] : []))));
}
