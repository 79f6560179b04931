import type { ElkNode } from "elkjs/lib/elk-api.js";
import Elk from "elkjs/lib/elk-api.js";

let elk: InstanceType<typeof Elk> | null = null;

/** Lays out a graph in a worker, loaded on first use because it is 1.5 MB that most visits never need. */
export function layOut(graph: ElkNode): Promise<ElkNode> {
  return started().layout(graph);
}

/** Starts the worker ahead, when somebody is about to tidy: reading its script takes as long as a small layout. */
export function warmUp(): void {
  started();
}

function started(): InstanceType<typeof Elk> {
  elk ??= new Elk({
    workerFactory: () => new Worker(new URL("elkjs/lib/elk-worker.min.js", import.meta.url)),
  });
  return elk;
}
