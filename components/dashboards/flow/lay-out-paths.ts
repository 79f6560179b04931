import type { JourneyStats } from "#data";
import { labelLines } from "./label-lines.ts";

export type PathNode = {
  readonly nodeId: string;
  readonly name: string;
  /** The name as it is drawn, whole, above the step; below it stands the number of people. */
  readonly lines: readonly string[];
  readonly entered: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
};
export type PathFlow = {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly width: number;
  /** An SVG path along the middle of the flow. */
  readonly d: string;
};
export type PathLayout = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PathNode[];
  readonly flows: readonly PathFlow[];
  /** How often people went back to a step that is drawn to the left. */
  readonly returns: number;
};

export const NODE_WIDTH = 10;
/** The height of a line of text. */
export const LINE = 13;
/** Closer steps would have lines of less than a word. */
const NARROWEST = 78;
const WIDEST = 240;
/** About the width of a letter of a label. */
const LETTER = 6.4;
/** Between the text of a step and what is above it. */
const AIR = 12;
const THINNEST = 1;

type Flow = { readonly from: string; readonly to: string; count: number };
type Stats = Pick<JourneyStats, "nodes" | "transitions">;

type Room = { readonly width?: number; readonly height?: number };

/**
 * The ways that people really took, from left to right: heights are counts. As wide as the room, unless its layers were too
 * narrow for labels; every label is whole, in as many lines as it needs.
 */
export function layOutPaths(stats: Stats, { width: wanted = 960, height = 320 }: Room = {}): PathLayout {
  const known = new Map(stats.nodes.filter(({ entered }) => entered > 0).map((node) => [node.nodeId, node]));
  const { forward, returns } = splitReturns(flowsOf(stats, known), [...known.keys()]);
  const layerOf = layersOf([...known.keys()], forward);
  const layers = Map.groupBy(known.keys(), (id) => layerOf.get(id) ?? 0);
  const fullest = Math.max(1, ...[...layers.values()].map((ids) => ids.length));
  const most = Math.max(1, ...[...layers.values()].map((ids) => ids.reduce((sum, id) => sum + entered(id), 0)));
  const deepest = Math.max(0, ...layers.keys());
  const layerWidth = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(wanted / (deepest + 1))));
  const linesOf = (id: string) => labelLines(known.get(id)?.name ?? "", Math.floor((layerWidth - 8) / LETTER));
  const gap = LINE * (1 + Math.max(1, ...[...known.keys()].map((id) => linesOf(id).length))) + AIR;
  const room = Math.max(height, fullest * (gap + AIR));
  const scale = (room - fullest * gap) / most;
  function entered(id: string): number {
    return known.get(id)?.entered ?? 0;
  }
  const placed = new Map<string, PathNode>();
  for (const layer of [...layers.keys()].sort((a, b) => a - b)) {
    let y = gap - AIR / 2;
    for (const id of ordered(layers.get(layer) ?? [], forward, placed)) {
      const own = Math.max(2, entered(id) * scale);
      const name = known.get(id)?.name ?? "";
      const text = { name, lines: linesOf(id), entered: entered(id) };
      placed.set(id, { nodeId: id, ...text, x: layer * layerWidth, y, height: own });
      y += own + gap;
    }
  }
  const nodes = [...placed.values()];
  const bottom = Math.max(0, ...nodes.map((node) => node.y + node.height));
  const width = (deepest + 1) * layerWidth;
  return { width, height: Math.ceil(bottom + 4), nodes, flows: drawn(forward, placed, scale), returns };
}

function flowsOf({ transitions }: Stats, known: ReadonlyMap<string, unknown>): Flow[] {
  const flows = new Map<string, Flow>();
  for (const { sourceNodeId: from, targetNodeId: to, count } of transitions) {
    if (count === 0 || !known.has(from) || !known.has(to)) continue;
    const flow = flows.get(`${from} ${to}`) ?? { from, to, count: 0 };
    flow.count += count;
    flows.set(`${from} ${to}`, flow);
  }
  return [...flows.values()];
}

/** Takes the flows out that lead back, so that the others have an order. */
function splitReturns(flows: readonly Flow[], ids: readonly string[]): { forward: Flow[]; returns: number } {
  const out = Map.groupBy(flows, ({ from }) => from);
  const isBack = new Set<Flow>();
  const state = new Map<string, "open" | "done">();
  const visit = (start: string) => {
    const stack: { id: string; next: number }[] = [{ id: start, next: 0 }];
    state.set(start, "open");
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const flow = out.get(top.id)?.[top.next++];
      if (!flow) {
        state.set(top.id, "done");
        stack.pop();
      } else if (state.get(flow.to) === "open") isBack.add(flow);
      else if (!state.has(flow.to)) {
        state.set(flow.to, "open");
        stack.push({ id: flow.to, next: 0 });
      }
    }
  };
  const targets = new Set(flows.map(({ to }) => to));
  for (const id of [...ids.filter((one) => !targets.has(one)), ...ids]) if (!state.has(id)) visit(id);
  const returns = [...isBack].reduce((sum, { count }) => sum + count, 0);
  return { forward: flows.filter((flow) => !isBack.has(flow)), returns };
}

/** The length of the longest way to each step. */
function layersOf(ids: readonly string[], flows: readonly Flow[]): Map<string, number> {
  const layers = new Map(ids.map((id) => [id, 0]));
  const missing = new Map(ids.map((id) => [id, flows.filter(({ to }) => to === id).length]));
  const out = Map.groupBy(flows, ({ from }) => from);
  const ready = ids.filter((id) => missing.get(id) === 0);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    for (const { to } of out.get(id) ?? []) {
      layers.set(to, Math.max(layers.get(to) ?? 0, (layers.get(id) ?? 0) + 1));
      const left = (missing.get(to) ?? 0) - 1;
      missing.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return layers;
}

/** Steps of a layer in the order of what leads into them, so that few flows cross. */
function ordered(ids: readonly string[], flows: readonly Flow[], placed: ReadonlyMap<string, PathNode>): string[] {
  const middle = (id: string) => {
    const into = flows.filter(({ to }) => to === id);
    const sum = into.reduce((total, { count }) => total + count, 0);
    return sum === 0 ? 0 : into.reduce((total, { from, count }) => total + (placed.get(from)?.y ?? 0) * count, 0) / sum;
  };
  return [...ids].sort((left, right) => middle(left) - middle(right));
}

function drawn(flows: readonly Flow[], placed: ReadonlyMap<string, PathNode>, scale: number): PathFlow[] {
  const used = { out: new Map<string, number>(), into: new Map<string, number>() };
  const at = (id: string) => placed.get(id)?.y ?? 0;
  const inOrder = [...flows].sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to));
  return inOrder.flatMap(({ from, to, count }) => {
    const [source, target] = [placed.get(from), placed.get(to)];
    if (!source || !target) return [];
    const width = Math.max(THINNEST, count * scale);
    const take = (side: "out" | "into", id: string) => {
      const offset = used[side].get(id) ?? 0;
      used[side].set(id, offset + width);
      return offset + width / 2;
    };
    const [y1, y2] = [source.y + take("out", from), target.y + take("into", to)].map(round);
    const [x1, x2] = [source.x + NODE_WIDTH, target.x];
    const middle = round((x1 + x2) / 2);
    const d = `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
    return [{ key: `${from} ${to}`, from, to, count, width: round(width), d }];
  });
}

const round = (value: number) => Math.round(value * 10) / 10;
