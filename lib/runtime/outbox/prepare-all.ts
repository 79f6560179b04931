import { setImmediate as breathe } from "node:timers/promises";
import type { Claimed } from "#store/deliveries";
import type { Prepared, Preparing } from "./prepare.ts";
import type { SlowMessage } from "./render-slow.ts";

/** How long this loop may run before it yields to other work of the process. */
const STRETCH_MS = 10;

export type PreparedBatch = {
  readonly ready: readonly Prepared[];
  /** Messages that worker threads have to render. */
  readonly slow: readonly SlowMessage[];
};

export async function prepareAll(
  batch: readonly Claimed[],
  prepare: (delivery: Claimed) => Preparing,
): Promise<PreparedBatch> {
  const ready: Prepared[] = [];
  const slow: SlowMessage[] = [];
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
  return { ready, slow };
}
