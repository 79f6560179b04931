import type { ASTNode } from "@marcbachmann/cel-js";
import { isPattern } from "../patterns.ts";
import { environment, LINEAR_MATCHES } from "./environment.ts";
import { OWN_TIMESTAMP, TIMESTAMP_TYPE } from "./timestamp-type.ts";

export type Inspection = {
  /** Full paths such as `traits.plan`. */
  readonly reads: string[];
  usesNow: boolean;
  badPattern: string | null;
};

/** CEL's own functions whose answer would depend on the host, and what runs in their place. */
const REPLACED: ReadonlyMap<string, string> = new Map([
  ["rcall:matches", LINEAR_MATCHES],
  ["call:timestamp", OWN_TIMESTAMP],
]);

/** Notes what an expression reads, and puts our own functions in place of CEL's. To be called before its types are checked. */
export function inspect(ast: ASTNode): Inspection {
  const found: Inspection = { reads: [], usesNow: false, badPattern: null };
  visit(ast, found, new Set());
  return found;
}

/** A message of the evaluator in the names that people wrote. */
export function inWrittenNames(message: string): string {
  let text = message;
  for (const [key, own] of REPLACED) text = text.replaceAll(own, key.slice(key.indexOf(":") + 1));
  return text;
}

function visit(node: ASTNode, found: Inspection, local: ReadonlySet<string>): void {
  const path = pathOf(node);
  if (path !== null) {
    if (path === "google.protobuf.Timestamp") replaceNode(node, TIMESTAMP_TYPE);
    else readPath(path, found, local);
    return;
  }
  if (node.op === "call" || node.op === "rcall") visitCall(node, found);
  for (const child of childrenOf(node)) visit(child, found, withLoopVariable(node, local));
}

function visitCall(node: ASTNode & { readonly op: "call" | "rcall" }, found: Inspection): void {
  const own = REPLACED.get(`${node.op}:${node.args[0]}`);
  if (own === undefined) return;
  if (node.op === "rcall") {
    const pattern = node.args[2][0];
    if (pattern?.op === "value" && typeof pattern.args === "string" && !isPattern(pattern.args))
      found.badPattern = pattern.args;
  }
  (node.args as [string, ...unknown[]])[0] = own;
}

type Replaceable = { readonly setMeta: (key: "alternate", value: ASTNode) => void };

function replaceNode(node: ASTNode, source: string): void {
  (node as unknown as Replaceable).setMeta("alternate", environment.parse(source).ast);
}

function readPath(path: string, found: Inspection, local: ReadonlySet<string>): void {
  const root = path.split(".", 1)[0] ?? path;
  if (root === "now") found.usesNow = true;
  else if (!local.has(root) && !found.reads.includes(path)) found.reads.push(path);
}

/** `a.b["c"]` as `a.b.c`; null for anything that is more than a path. */
function pathOf(node: ASTNode): string | null {
  if (node.op === "id") return node.args;
  if (node.op === "." || node.op === ".?") {
    const base = pathOf(node.args[0]);
    return base === null ? null : `${base}.${node.args[1]}`;
  }
  if (node.op === "[]" && node.args[1].op === "value" && typeof node.args[1].args === "string") {
    const base = pathOf(node.args[0]);
    return base === null ? null : `${base}.${node.args[1].args}`;
  }
  return null;
}

const MACROS = ["exists", "all", "exists_one", "map", "filter"];

/** `tags.exists(t, …)` names a variable of its own, which is not something the expression reads. */
function withLoopVariable(node: ASTNode, local: ReadonlySet<string>): ReadonlySet<string> {
  if (node.op !== "rcall" || !MACROS.includes(node.args[0])) return local;
  const variable = node.args[2][0];
  return variable?.op === "id" ? new Set([...local, variable.args]) : local;
}

function childrenOf(node: ASTNode): ASTNode[] {
  const args: unknown = node.args;
  const list = Array.isArray(args) ? args.flat(2) : [args];
  return list.filter((item): item is ASTNode => typeof item === "object" && item !== null && "op" in item);
}
