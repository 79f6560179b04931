import type { CountDelta } from "../advance-input.ts";
import type { Program } from "../program.ts";
import type { SimulationReport } from "./types.ts";

type Count = { entered: number; advanced: number; exited: number; failed: number };

/** Adds up the results of many simulated people, by node and edge. */
export class Tally {
  readonly #nodes: ReadonlyMap<string, Count>;
  readonly #edges: ReadonlyMap<string, Count>;
  readonly statuses = { active: 0, completed: 0, stopped: 0, failed: 0 };
  readonly reasons: Record<string, number> = {};
  readonly nearMisses: Record<string, number> = {};
  enrolled = 0;
  converted = 0;

  constructor(program: Program) {
    const states = Object.values(program.states);
    const zero = (): Count => ({ entered: 0, advanced: 0, exited: 0, failed: 0 });
    this.#nodes = new Map(states.map((state) => [state.nodeId, zero()]));
    this.#edges = new Map(states.flatMap((state) => state.exits.map((exit) => [exit.edgeId, zero()] as const)));
  }

  add({ enrollments, conversions, nearMisses, counts }: SimulationReport): void {
    this.enrolled += enrollments.length;
    this.converted += conversions.length;
    for (const { status, exitReason } of enrollments) {
      this.statuses[status] += 1;
      if (exitReason !== null) this.reasons[exitReason] = (this.reasons[exitReason] ?? 0) + 1;
    }
    for (const { reason } of nearMisses) this.nearMisses[reason] = (this.nearMisses[reason] ?? 0) + 1;
    for (const delta of counts) this.#count(delta);
  }

  #count(delta: CountDelta): void {
    const count = this.#nodes.get(delta.elementId) ?? this.#edges.get(delta.elementId);
    if (count === undefined) return;
    count.entered += delta.entered;
    count.advanced += delta.advanced;
    count.exited += delta.exited;
    count.failed += delta.failed;
  }

  get nodes(): (Count & { nodeId: string; waiting: number })[] {
    return [...this.#nodes].map(([nodeId, count]) => {
      const { entered, advanced, exited, failed } = count;
      return { nodeId, ...count, waiting: entered - advanced - exited - failed };
    });
  }

  get edges(): { edgeId: string; count: number }[] {
    return [...this.#edges].map(([edgeId, { advanced }]) => ({ edgeId, count: advanced }));
  }
}
