import { setImmediate as breathe } from "node:timers/promises";
import type { Claimed } from "./claim.ts";
import { type Prepared, type Preparing, postponed } from "./prepare.ts";

/** Work at a stretch, before others in this process have their turn. */
const STRETCH_MS = 10;
/** Time that a batch has for messages which threads render; what is not rendered by then goes back to the queue. */
const BUDGET_MS = 10_000;

export type PreparedBatch = {
  readonly ready: readonly Prepared[];
  /** How many have to be rendered by threads, and what became of them. */
  readonly slow: { readonly length: number; readonly finish: () => Promise<readonly Prepared[]> };
};

export async function prepareAll(
  batch: readonly Claimed[],
  prepare: (delivery: Claimed) => Preparing,
): Promise<PreparedBatch> {
  const ready: Prepared[] = [];
  const slow: { delivery: Claimed; render: () => Promise<Prepared> }[] = [];
  let began = performance.now();
  for (const delivery of batch) {
    const prepared = prepare(delivery);
    if (typeof prepared === "function") slow.push({ delivery, render: prepared });
    else ready.push(prepared);
    if (performance.now() - began > STRETCH_MS) {
      await breathe();
      began = performance.now();
    }
  }
  const finish = async () => {
    const deadline = performance.now() + BUDGET_MS;
    const finished: Prepared[] = [];
    for (const { delivery, render } of slow) {
      finished.push(performance.now() < deadline ? await render() : postponed(delivery));
    }
    return finished;
  };
  return { ready, slow: { length: slow.length, finish } };
}
