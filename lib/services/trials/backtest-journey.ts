import { type Backtest as Made, type Program, type SplitAllocation, sayUnknown, type WorkspaceSnapshot } from "#engine";
import { allocationsOf, type Context, loadWorkspace, requireRole } from "#services";
import { findJourney, runnableDraft } from "#services/journeys";
import { readClock } from "#store/engine-config";
import { DAY_MS } from "#times";
import { addUp, addUpBy } from "./add-up.ts";
import { backtestPeople } from "./backtest-people.ts";
import { loadBacktestPeople } from "./load-backtest-people.ts";
import type { Backtest, BacktestInput } from "./schema.ts";
import { TryOut } from "./try-out.ts";

/** The number of people whose past is in memory at once. */
const AT_ONCE = 100;

/**
 * Replays past events in the engine, through the draft and through the published version, and compares the results.
 * Nothing is sent or stored.
 */
export async function backtestJourney(ctx: Context, reference: string, input: BacktestInput): Promise<Backtest> {
  requireRole(ctx, "editor");
  const journey = await findJourney(ctx, reference);
  const draft = await runnableDraft(ctx, journey, input.draft);
  const [snapshot, now] = await Promise.all([loadWorkspace(ctx, journey), readClock(ctx.database.sql)]);
  const live = snapshot.programs.get(journey.publishedVersionId ?? "") ?? null;
  const from = now - input.days * DAY_MS;
  const programs = live ? [draft.program, live] : [draft.program];
  const ids = await backtestPeople(ctx, programs, snapshot.segments, { from, most: input.people });
  const results = await replayPeople(ctx, programs, ids, snapshot, {
    from,
    to: now,
    allocations: allocationsOf(snapshot, journey),
  });
  const [tried, was = null] = results;
  if (!tried) throw new Error("a backtest without a draft");
  return {
    from: new Date(from).toISOString(),
    people: tried.people,
    events: tried.events,
    draft: sideOf(tried),
    live: was && sideOf(was),
    differences: differences(programs, tried, was),
    unknown: sayUnknown(draft.program, new Map(Object.entries(tried.unknownVisits))),
  };
}

async function replayPeople(
  ctx: Context,
  programs: readonly Program[],
  ids: readonly string[],
  snapshot: WorkspaceSnapshot,
  window: { from: number; to: number; allocations: ReadonlyMap<string, SplitAllocation> },
): Promise<Made[]> {
  const { workspace, segments, decisions } = snapshot;
  const options = {
    ...window,
    workspaceTimezone: workspace.timezone,
    segments,
    decisions,
    tooOldMs: workspace.tooOldMs,
  };
  const trial = new TryOut();
  const tried = (people: Awaited<ReturnType<typeof loadBacktestPeople>>) =>
    Promise.all(programs.map((program) => trial.part("backtest", program, people, options)));
  let sums = await tried([]);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const parts = await tried(
      await loadBacktestPeople(ctx, ids.slice(at, at + AT_ONCE), programs, snapshot, window.from),
    );
    sums = sums.map((sum, index) => (parts[index] ? joined(sum, parts[index]) : sum));
  }
  return sums;
}

function joined(left: Made, right: Made): Made {
  return {
    people: left.people + right.people,
    events: left.events + right.events,
    totals: addUp(left.totals, right.totals),
    nodes: addUpBy("nodeId", left.nodes, right.nodes),
    edges: addUpBy("edgeId", left.edges, right.edges),
    unknown: left.unknown,
    unknownVisits: addUp(left.unknownVisits, right.unknownVisits),
  };
}

function sideOf({ totals, nodes }: Made): Backtest["draft"] {
  return {
    totals,
    nodes: nodes
      .map(({ nodeId, entered, waiting, advanced, exited, failed }) => {
        return { nodeId, entered, waiting, advanced, exited, failed };
      })
      .sort((left, right) => (left.nodeId < right.nodeId ? -1 : 1)),
  };
}

/** Steps with a different number of people, or that only one of the two versions has. */
function differences(programs: readonly Program[], tried: Made, was: Made | null): Backtest["differences"] {
  if (!was) return [];
  const steps = programs.toReversed().flatMap((program) => Object.values(program.states));
  const names = new Map(steps.map((step) => [step.nodeId, step.name]));
  const [drafts, published] = [tried, was].map(
    ({ nodes }) => new Map(nodes.map((node) => [node.nodeId, node.entered])),
  );
  const ids = new Set([...(drafts?.keys() ?? []), ...(published?.keys() ?? [])]);
  return [...ids]
    .map((nodeId) => ({
      nodeId,
      name: names.get(nodeId) ?? "",
      draft: drafts?.get(nodeId) ?? null,
      live: published?.get(nodeId) ?? null,
    }))
    .filter(({ draft, live }) => draft !== live);
}
