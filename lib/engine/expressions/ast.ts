import type { ASTNode } from "@marcbachmann/cel-js";

/** The direct parts of a node; a macro such as `exists` is one node with its arguments. */
export function childrenOf(node: ASTNode): ASTNode[] {
  const args: unknown = node.args;
  const list = Array.isArray(args) ? args.flat(2) : [args];
  return list.filter((item): item is ASTNode => typeof item === "object" && item !== null && "op" in item);
}

/** The loop that a call of `exists`, `all`, `exists_one`, `map` or `filter` is expanded to; null for every other node. */
export function loopOf(node: ASTNode): LoopNode | null {
  const { alternate } = (node as unknown as { readonly meta: { readonly alternate?: LoopNode } }).meta;
  return alternate?.op === "comprehension" ? alternate : null;
}

/** The function that the evaluator calls with the values of a node's operands; the type check sets it. */
export type Handle = (first: unknown, second: unknown, third: unknown, fourth: unknown) => unknown;
export type LoopNode = { readonly op: "comprehension"; handle: Handle };
export type HandledNode = { handle?: Handle };

/** Number of nodes at and below this one. */
export function sizeOf(node: ASTNode): number {
  let size = 1;
  for (const child of childrenOf(node)) size += sizeOf(child);
  return size;
}

/** A literal text, number or boolean: the type check then requires a scalar on the other side too. */
export function isScalar(node: ASTNode | undefined): boolean {
  if (node?.op === "-_") return isScalar(node.args);
  return node?.op === "value" && (typeof node.args !== "object" || node.args === null);
}

/** Makes the evaluator run the node of another expression in place of this one. */
export function replaceNode(node: ASTNode, by: ASTNode): void {
  (node as unknown as { readonly setMeta: (key: "alternate", value: ASTNode) => void }).setMeta("alternate", by);
}
