import type { Context, Transaction } from "#services";
import { readFlowNames } from "#store/decision-flows";

/** The ids for names of decision flows: as pinned before if those flows still exist, else as they resolve now (R46). */
export async function pinDecisionFlows(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  names: readonly string[],
  before: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const rows = await readFlowNames(tx, ctx.workspaceId);
  const idOf = (name: string) =>
    rows.find(({ id }) => id === before[name]) ??
    rows.find(({ id, key }) => id === name || key === name) ??
    rows.find(({ number }) => String(number) === name);
  return Object.fromEntries(names.flatMap((name) => [idOf(name)].flatMap((row) => (row ? [[name, row.id]] : []))));
}
