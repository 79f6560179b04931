import { freeName, type JourneyDocument, type JourneyEdge, type JourneyNode } from "#journey";
import { isObject } from "#values";

/** A part that was changed here since the last import, and so is kept as it is. */
export type KeptPart = {
  readonly kind: "node" | "edge" | "setting";
  readonly id: string | null;
  readonly name: string;
  /** The field that differs; null = the whole part was added or deleted here. */
  readonly field: string | null;
};

type Part = JourneyNode | JourneyEdge;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Brings a second import into a draft: what nobody changed since the last import becomes as the file says, everything
 * else is kept and listed. `base` is what the last import wrote.
 */
export function mergeImport(
  base: JourneyDocument,
  mine: JourneyDocument,
  theirs: JourneyDocument,
): { readonly document: JourneyDocument; readonly kept: readonly KeptPart[] } {
  const kept: KeptPart[] = [];
  const linked = new Set(addedIn(base.edges, mine.edges).flatMap((edge) => [edge.sourceNodeId, edge.targetNodeId]));
  const nodes = withOwnNames(mergeList("node", [base.nodes, mine.nodes, theirs.nodes], kept, linked), mine.nodes);
  const known = new Set(nodes.map(({ id }) => id));
  const edges = mergeList("edge", [base.edges, mine.edges, theirs.edges], kept, new Set()).filter(
    ({ sourceNodeId, targetNodeId }) => known.has(sourceNodeId) && known.has(targetNodeId),
  );
  const settings = mergeFields([base.settings, mine.settings, theirs.settings], (field) =>
    kept.push({ kind: "setting", id: null, name: field, field }),
  );
  const goals: readonly [Fields, Fields, Fields] = [goalOf(base), goalOf(mine), goalOf(theirs)];
  const { goalConfig } = mergeFields(goals, () => kept.push({ kind: "setting", id: null, name: "goal", field: null }));
  const document = {
    ...mine,
    nodes,
    edges,
    settings,
    goalConfig: (goalConfig ?? null) as JourneyDocument["goalConfig"],
  };
  return { document, kept };
}

const goalOf = ({ goalConfig }: JourneyDocument): Fields => ({ goalConfig });

const addedIn = <P extends Part>(base: readonly P[], mine: readonly P[]): readonly P[] => {
  const before = new Set(base.map(({ id }) => id));
  return mine.filter(({ id }) => !before.has(id));
};

function mergeList<P extends Part>(
  kind: "node" | "edge",
  [base, mine, theirs]: readonly [readonly P[], readonly P[], readonly P[]],
  kept: KeptPart[],
  linked: ReadonlySet<string>,
): P[] {
  const [was, own, other] = [base, mine, theirs].map((list) => new Map(list.map((part) => [part.id, part])));
  const order = [...mine, ...theirs.filter(({ id }) => !own?.has(id))];
  return order.flatMap(({ id, name }): P[] => {
    const [before, left, right] = [was?.get(id), own?.get(id), other?.get(id)];
    const keep = (field: string | null) => kept.push({ kind, id, name, field });
    if (left && right) return [mergePart(before ?? left, left, right, keep)];
    if (left) {
      // Gone from the file: it goes here too, unless somebody changed it or drew an edge to it.
      if (before !== undefined && same(before, left) && !linked.has(id)) return [];
      keep(null);
      return [left];
    }
    if (before === undefined) return right ? [right] : [];
    keep(null);
    return [];
  });
}

function mergePart<P extends Part>(before: P, mine: P, theirs: P, keep: (field: string) => void): P {
  const merged = mergeFields([before, mine, theirs], keep) as P;
  if (!("config" in mine) || !("config" in theirs) || !("config" in before)) return merged;
  const config = mergeFields([before.config, mine.config, theirs.config], (field) => keep(`config.${field}`));
  return { ...merged, config };
}

/** Merges field by field; `config` is merged by its own fields. */
function mergeFields(
  [before, mine, theirs]: readonly [Fields, Fields, Fields],
  keep: (field: string) => void,
): Record<string, unknown> {
  const merged: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const isConfig = field === "config" && isObject(mine.config) && isObject(theirs.config);
    const [was, own, other] = [before[field], mine[field], theirs[field]];
    const isOwn = !isConfig && !same(own, was) && !same(own, other);
    if (isOwn && field !== "position") keep(field);
    const value = isOwn ? own : other;
    if (value !== undefined) merged[field] = value;
  }
  return merged;
}

/** A node of the file may have the name of one that was added here. */
function withOwnNames(nodes: readonly JourneyNode[], mine: readonly JourneyNode[]): JourneyNode[] {
  const own = new Set(mine.map(({ id }) => id));
  const taken = new Set(nodes.filter(({ id }) => own.has(id)).map(({ name }) => name));
  return nodes.map((node) => (own.has(node.id) ? node : { ...node, name: freeName(node.name, taken, " ") }));
}

/** Whether two JSON values are equal, whatever the order of their fields; nothing and null are the same. */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === undefined || left === null) return right === undefined || right === null;
  if (typeof left !== "object" || typeof right !== "object" || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same((left as Fields)[key], (right as Fields)[key]));
}
