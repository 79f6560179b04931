import { type Context, invalidField } from "#services";
import { readClock } from "#store/engine-config";

const DAY_MS = 86_400_000;
const USUAL = 30;
/** Longest time that results are for, in days. */
export const LONGEST_RANGE = 400;

export type Days = { readonly from: string; readonly to: string };

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The days that are asked for (UTC): those that were given, else the last thirty. */
export async function daysOf(
  ctx: Context,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<Days> {
  const last = to ?? dayOf(await readClock(ctx.database.sql));
  const first = from ?? dayOf(Date.parse(last) - (USUAL - 1) * DAY_MS);
  if (Date.parse(last) - Date.parse(first) >= LONGEST_RANGE * DAY_MS)
    throw invalidField(["from"], `may be ${LONGEST_RANGE} days back at most`);
  return { from: first, to: last };
}

/** The same in ms: from the beginning of the first day to the end of the last. */
export const momentsOf = ({ from, to }: Days) => ({ from: Date.parse(from), to: Date.parse(to) + DAY_MS });
