import type { JourneyDocument, JourneyEdge, JourneyNode } from "#journey";

/** One field that differs; `null` where there is none. */
export type FieldChange = { readonly path: string; readonly before: unknown; readonly after: unknown };

type Change = "added" | "removed" | "changed" | "moved";
export type NodeChange = {
  readonly nodeId: string;
  readonly name: string;
  /** What people read for the step; null = it goes by its name. */
  readonly label: string | null;
  readonly type: JourneyNode["type"];
  readonly change: Change;
  readonly fields: FieldChange[];
};
export type EdgeChange = {
  readonly edgeId: string;
  readonly name: string;
  readonly change: Exclude<Change, "moved">;
  readonly fields: FieldChange[];
};
export type Difference = {
  readonly nodes: NodeChange[];
  readonly edges: EdgeChange[];
  readonly settings: FieldChange[];
};

/** The differences of two documents, by the ids that nodes and edges keep across saves. */
export function compareDocuments(before: JourneyDocument, after: JourneyDocument): Difference {
  return {
    nodes: pairs(before.nodes, after.nodes).flatMap(([old, fresh]) => compareNode(old, fresh)),
    edges: pairs(before.edges, after.edges).flatMap(([old, fresh]) => compareEdge(old, fresh)),
    settings: fieldChanges(settingsOf(before), settingsOf(after)),
  };
}

function compareNode(old: JourneyNode | undefined, fresh: JourneyNode | undefined): NodeChange[] {
  const node = fresh ?? old;
  if (!node) return [];
  const about = { nodeId: node.id, name: node.name, label: node.label ?? null, type: node.type };
  if (!old || !fresh) return [{ ...about, change: old ? "removed" : "added", fields: [] }];
  const fields = fieldChanges(meaningOf(old), meaningOf(fresh));
  if (fields.length > 0) return [{ ...about, change: "changed", fields }];
  const moved = fieldChanges({ position: old.position }, { position: fresh.position });
  return moved.length > 0 ? [{ ...about, change: "moved", fields: moved }] : [];
}

function compareEdge(old: JourneyEdge | undefined, fresh: JourneyEdge | undefined): EdgeChange[] {
  const edge = fresh ?? old;
  if (!edge) return [];
  const about = { edgeId: edge.id, name: edge.name };
  if (!old || !fresh) return [{ ...about, change: old ? "removed" : "added", fields: [] }];
  const fields = fieldChanges(old, fresh);
  return fields.length > 0 ? [{ ...about, change: "changed", fields }] : [];
}

/** A node without its position on the canvas. */
export const meaningOf = ({ name, label, type, contentId, config, disabled }: JourneyNode) => ({
  name,
  label,
  type,
  contentId,
  config,
  disabled,
});

const settingsOf = ({ settings, goalConfig, audienceId, allowAnonymous }: JourneyDocument) => ({
  settings,
  goalConfig,
  audienceId,
  allowAnonymous,
});

/** Pairs by id: those of the newer document in their order, then removed ones. */
function pairs<Item extends { id: string }>(
  before: readonly Item[],
  after: readonly Item[],
): (readonly [Item | undefined, Item | undefined])[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map((item) => item.id));
  return [
    ...after.map((item) => [old.get(item.id), item] as const),
    ...before.filter((item) => !kept.has(item.id)).map((item) => [item, undefined] as const),
  ];
}

/** The leaves in which two JSON values differ; paths are written with dots. */
export function fieldChanges(before: unknown, after: unknown, path = ""): FieldChange[] {
  if (isBranch(before) && isBranch(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      fieldChanges(
        (before as Record<string, unknown>)[key],
        (after as Record<string, unknown>)[key],
        path === "" ? key : `${path}.${key}`,
      ),
    );
  }
  if (isEmpty(before) && isEmpty(after)) return [];
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ path, before: before ?? null, after: after ?? null }];
}

const isBranch = (value: unknown): value is object => typeof value === "object" && value !== null;
const isEmpty = (value: unknown): boolean => value === undefined || value === null;
