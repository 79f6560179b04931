import { type Collector, Exporter } from "./exporter.ts";
import { traces } from "./state.ts";

/** Records spans from now on, until `stop`, which sends the last ones. `ratio`: the share of new traces, 0 to 1. */
export function openTraces(collector: Collector & { readonly ratio: number }): { readonly stop: () => Promise<void> } {
  const exporter = new Exporter(collector);
  traces.exporter = exporter;
  traces.ratio = collector.ratio;
  return {
    stop: async () => {
      traces.exporter = null;
      await exporter.stop();
    },
  };
}
