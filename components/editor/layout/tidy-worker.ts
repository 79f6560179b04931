import type { ElkNode } from "elkjs/lib/elk-api.js";
import Elk from "elkjs/lib/elk-api.js";

let elk: InstanceType<typeof Elk> | null = null;

/** Lays out a graph in a worker, loaded on first use because it is 1.5 MB that most visits never need. */
export function layOut(graph: ElkNode): Promise<ElkNode> {
  elk ??= new Elk({
    workerFactory: () => new Worker(new URL("elkjs/lib/elk-worker.min.js", import.meta.url)),
  });
  return elk.layout(graph);
}
