import { type Canvas, type JourneyNode, NODE_TYPES } from "../schema.ts";
import { NodeInput } from "./input.ts";
import { baseName, freeName } from "./names.ts";
import { type StructureProblem, structureProblem } from "./structure-problem.ts";

/** The names of a node that has a structure problem, so that edges to it are not reported as well. */
export type BrokenNode = { readonly index: number; readonly names: readonly string[] };

export type CompletedNodes = {
  readonly nodes: JourneyNode[];
  readonly problems: StructureProblem[];
  readonly broken: readonly BrokenNode[];
};

/** Completes the fields that clients may leave out of nodes; nodes that existed before keep their names and positions. */
export function completeNodes(
  inputs: readonly unknown[],
  previous: Canvas | undefined,
  makeId: () => string,
): CompletedNodes {
  const problems: StructureProblem[] = [];
  const parsed = inputs.map((input, index) => parseNode(input, index, problems));
  const before = new Map(previous?.nodes.map((node) => [node.id, node]));
  const ids = new Set<string>();
  const names = new Set(parsed.flatMap((node) => (node?.name === undefined ? [] : [node.name])));
  for (const node of parsed) {
    const kept = node?.id === undefined || node.name !== undefined ? undefined : before.get(node.id)?.name;
    if (kept !== undefined) names.add(kept);
  }
  const nodes = parsed.flatMap((node, index): JourneyNode[] => {
    if (node === null) return [];
    const { id: givenId, type, name, config, position, contentId, label, disabled, ...others } = node;
    const id = givenId ?? makeId();
    if (ids.has(id)) problems.push(structureProblem(["nodes", index, "id"], "Two nodes have this id.", { nodeId: id }));
    ids.add(id);
    const old = before.get(id);
    return [
      {
        ...others,
        id,
        type,
        name: name ?? old?.name ?? freeName(baseName(type, config), names),
        config,
        position: position ?? old?.position ?? { x: 0, y: index * 140 },
        contentId: contentId ?? null,
        ...(label?.trim() ? { label: label.trim() } : {}),
        ...(disabled === true ? { disabled } : {}),
      },
    ];
  });
  const broken = parsed.flatMap((node, index) => (node === null ? [{ index, names: namesOf(inputs[index]) }] : []));
  return { nodes, problems, broken };
}

function namesOf(input: unknown): string[] {
  const { id, name } = (typeof input === "object" && input !== null ? input : {}) as Record<string, unknown>;
  return [id, name].filter((one) => typeof one === "string");
}

function parseNode(input: unknown, index: number, problems: StructureProblem[]): NodeInput | null {
  const parsed = NodeInput.safeParse(input);
  if (parsed.success) return parsed.data;
  const nodeId =
    typeof input === "object" && input !== null && "id" in input && typeof input.id === "string" ? input.id : null;
  for (const issue of parsed.error.issues) {
    const path = ["nodes", index, ...issue.path.map(String)];
    const message = issue.path[0] === "type" ? `The node type must be one of ${NODE_TYPES.join(", ")}.` : issue.message;
    problems.push(structureProblem(path, message, { nodeId }));
  }
  return null;
}
