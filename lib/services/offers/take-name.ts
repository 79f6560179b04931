import { type Context, type FieldError, fieldError, freeKey, lockNames, slugOf, type Transaction } from "#services";
import { readFlowNames } from "#store/decision-flows";
import { readOfferNames } from "#store/offers";

const NAMES = { offer: readOfferNames, "decision flow": readFlowNames } as const;

type Wanted = { readonly name: string; readonly key?: string | undefined; readonly number?: number | undefined };

/**
 * The key and number of a new offer or flow: those that were asked for, else free ones. What is taken is returned as
 * errors. The names stay locked until the transaction ends.
 */
export async function takeName(
  ctx: Context,
  tx: Transaction,
  kind: keyof typeof NAMES,
  { name, key, number }: Wanted,
): Promise<{ key: string; number: number; errors: FieldError[] }> {
  await lockNames(ctx, tx, kind);
  const rows = await NAMES[kind](tx, ctx.workspaceId);
  const keys = new Set(rows.map((row) => row.key));
  const errors: FieldError[] = [];
  if (key !== undefined && keys.has(key)) errors.push(fieldError(["key"], `The key ${key} is taken`));
  if (number !== undefined && rows.some((row) => row.number === number))
    errors.push(fieldError(["number"], `The number ${number} is taken`));
  return {
    key: key ?? freeKey(slugOf(name, kind === "offer" ? "offer" : "flow"), keys),
    number: number ?? rows.reduce((highest, row) => Math.max(highest, row.number), 0) + 1,
    errors,
  };
}
