import { type Context, type FieldError, fieldError, type Transaction } from "#services";
import type { FlowRow } from "#store/decision-flows";
import { readOfferNames } from "#store/offers";
import type { DecisionFlowPatch } from "./schema.ts";

type Columns = Partial<Omit<FlowRow, "id" | "workspaceId" | "number" | "key">>;

/** The columns of the given fields; each offer that does not exist is returned as an error. */
export async function columnsOf(
  ctx: Context,
  tx: Transaction,
  { offers: wanted, ...rest }: DecisionFlowPatch,
): Promise<{ columns: Columns; errors: FieldError[] }> {
  const columns: Columns = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  if (wanted === undefined) return { columns, errors: [] };
  if (wanted === null) return { columns: { ...columns, offerIds: null }, errors: [] };
  const rows = await readOfferNames(tx, ctx.workspaceId);
  // A key takes precedence over a number, and an id over both.
  const ids = new Map<string, string>();
  for (const { id, number } of rows) ids.set(String(number), id);
  for (const { id, key } of rows) ids.set(key, id);
  for (const { id } of rows) ids.set(id, id);
  const found = wanted.map((reference) => ids.get(reference) ?? ids.get(reference.toLowerCase()) ?? null);
  const errors = found.flatMap((id, index) =>
    id === null ? [fieldError(["offers", index], `There is no offer ${JSON.stringify(wanted[index])}`)] : [],
  );
  return { columns: { ...columns, offerIds: [...new Set(found.filter((id) => id !== null))] }, errors };
}
