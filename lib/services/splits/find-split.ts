import { type ProgramState, splitsOf } from "#engine";
import { type Context, notFound, type Transaction } from "#services";
import { type JourneyRow, lockJourney } from "#services/journeys";
import { splitsOfJourney } from "./list-splits.ts";
import { runningVersion } from "./running-version.ts";
import type { Split } from "./schema.ts";

/** A split of the published version; locks its journey until the transaction ends; throws `not_found`. */
export async function findSplit(
  ctx: Context,
  tx: Transaction,
  reference: string,
  nodeId: string,
): Promise<{ row: JourneyRow; state: ProgramState<"SPLIT"> }> {
  const row = await lockJourney(ctx, tx, reference);
  const version = await runningVersion(tx, row);
  const state = version ? splitsOf(version.program).find((candidate) => candidate.nodeId === nodeId) : undefined;
  if (!state) throw notFound("split in what is published");
  return { row, state };
}

export async function oneSplit(ctx: Context, journey: JourneyRow, nodeId: string): Promise<Split> {
  const split = (await splitsOfJourney(ctx, journey)).find((candidate) => candidate.nodeId === nodeId);
  if (!split) throw notFound("split in what is published");
  return split;
}
