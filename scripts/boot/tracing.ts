import type { Config } from "#config";
import { log } from "#log";
import { openTraces } from "#traces";
import type { Part } from "./run.ts";

/** Sends traces to the collector that the environment names. */
export function openTracing(traces: NonNullable<Config["traces"]>): Part {
  const { stop } = openTraces({
    ...traces,
    report: (error) => log.warn("traces cannot be sent; it tries again, and drops what is too much", { error }),
  });
  return { name: "The traces", stop };
}
