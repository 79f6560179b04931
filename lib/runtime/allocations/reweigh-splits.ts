import { isDeepStrictEqual } from "node:util";
import { type Program, type ProgramState, reweigh, splitBasis, splitsOf } from "#engine";
import { readMoment } from "#store/engine-config";
import { readSplitCounts } from "#store/exposure-counts";
import type { Configuration } from "#store/snapshot";
import { claimAllocation, readSettledSplits, writeAllocation } from "#store/split-allocations";
import { toSqlTimestamp } from "#store/sql";
import { HOUR_MS } from "#times";
import { loadConfiguration } from "../load-configuration.ts";
import type { Runtime } from "../runtime.ts";
import { orSetAside } from "../set-aside.ts";

type LearningSplit = { readonly workspaceId: string; readonly program: Program; readonly state: ProgramState<"SPLIT"> };

/**
 * Computes new shares for the paths of Thompson-sampling splits, once an hour per split. The first process to claim the
 * hour does it.
 */
export async function reweighSplits(runtime: Runtime): Promise<boolean> {
  const { sql } = runtime.database;
  const asked = await readMoment(sql);
  const at = runtime.clock.kind === "virtual" ? runtime.clock.at.getTime() : asked.now;
  const splits = learningSplits(await loadConfiguration(runtime, sql, asked.revision));
  if (splits.length === 0) return false;
  const times = { now: toSqlTimestamp(at), since: toSqlTimestamp(at - HOUR_MS) };
  const settled = await readSettledSplits(sql, times.since);
  for (const split of splits) {
    const { program, state } = split;
    const basis = splitBasis(state);
    if (settled.has(`${program.journeyId} ${state.nodeId} ${basis}`)) continue;
    await orSetAside(runtime, { ...split.program, workspaceId: split.workspaceId, subject: state.nodeId, at }, () =>
      reweighSplit(runtime, split, basis, times),
    );
  }
  return false;
}

async function reweighSplit(
  { database }: Runtime,
  { workspaceId, program, state }: LearningSplit,
  basis: string,
  times: { readonly now: string; readonly since: string },
): Promise<void> {
  const { journeyId } = program;
  const { nodeId } = state;
  await database.sql.begin(async (sql) => {
    const claim = await claimAllocation(sql, { journeyId, nodeId, workspaceId, basis, ...times });
    if (claim === undefined) return;
    const weights = reweigh(state, await readSplitCounts(sql, journeyId, nodeId));
    if (isDeepStrictEqual(weights, claim.weights)) return;
    await writeAllocation(sql, { journeyId, nodeId, now: times.now }, weights);
  });
}

/** Splits of journeys that people can enter now. */
function learningSplits(configuration: Configuration): LearningSplit[] {
  return [...configuration.snapshots.values()].flatMap(({ workspace, journeys, programs }) =>
    [...journeys.values()].flatMap((journey) => {
      const program = programs.get(journey.entryVersionId ?? "");
      if (program === undefined || journey.status === "archived") return [];
      return splitsOf(program)
        .filter(({ config }) => config.allocation === "thompson")
        .map((state) => ({ workspaceId: workspace.id, program, state }));
    }),
  );
}
