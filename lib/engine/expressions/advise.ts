import type { ASTNode } from "@marcbachmann/cel-js";
import { childrenOf } from "./ast.ts";
import { pathOf } from "./inspect.ts";

/** A finding about a part of an expression; `at` is the index of its first character, from 0. */
export type Advice = { readonly kind: "error" | "missing_trait"; readonly message: string; readonly at: number };

/** Computes a part of an expression that reads no names: the reason why it has no value; null = it has one. */
export type Compute = (source: string) => string | null;

/** Lists that every person has. */
const LISTS: ReadonlySet<string> = new Set(["tags", "segments", "person.tags", "person.segments"]);

/**
 * Finds what is certain about a valid expression without a person: parts that can never be computed, such as the date
 * `timestamp("2026-02-30")`, and comparisons that are false for everybody without the trait. It runs at publishing
 * only, because frozen versions must continue to run.
 */
export function advise(ast: ASTNode, source: string, compute: Compute): Advice[] {
  const found: Advice[] = [];
  const guarded = new Set<string>();
  noteGuards(ast, guarded);
  visit(ast, { source, compute, guarded, found });
  return found;
}

type Looking = {
  readonly source: string;
  readonly compute: Compute;
  /** Paths whose presence the expression tests anywhere, with `has`, `.?` or `in`. */
  readonly guarded: ReadonlySet<string>;
  readonly found: Advice[];
};

function visit(node: ASTNode, looking: Looking): void {
  if (isConstant(node)) {
    adviseConstant(node, looking);
    return;
  }
  if (node.op === "rcall" && node.args[0] === "contains") adviseContains(node, looking);
  if (node.op === "!=" || node.op === "!_") adviseMissing(node, looking);
  for (const child of childrenOf(node)) visit(child, looking);
}

/** Whether a part has the same value for every person at any time. */
function isConstant(node: ASTNode): boolean {
  if (node.op === "value") return true;
  if (node.op === "id" || node.op === ".?" || node.op === "[?]") return false;
  const parts = childrenOf(node);
  return (parts.length > 0 || node.op === "list" || node.op === "map") && parts.every(isConstant);
}

function adviseConstant(node: ASTNode, { source, compute, found }: Looking): void {
  if (node.op === "value") return;
  const written = writtenOf(node, source);
  const reason = compute(written);
  if (reason !== null)
    found.push({ kind: "error", message: `${written} can never be computed (${reason})`, at: node.start });
}

function adviseContains(node: ASTNode & { readonly op: "rcall" }, { source, found }: Looking): void {
  const [, receiver, [wanted]] = node.args;
  const list = pathOf(receiver);
  if (list === null || !LISTS.has(list) || wanted === undefined) return;
  const value = source.slice(wanted.start, wanted.end);
  found.push({ kind: "error", message: `${list} is a list, not a text: write ${value} in ${list}`, at: node.start });
}

/** A comparison with a missing trait is an error and therefore false. Finds negations, where people probably expect true. */
function adviseMissing(node: ASTNode, { source, guarded, found }: Looking): void {
  const reads = node.op === "!=" ? childrenOf(node) : traitReads(node);
  for (const read of reads) {
    const path = pathOf(read);
    if (path === null || !isTrait(path) || guarded.has(path)) continue;
    const [base, key] = [path.slice(0, path.lastIndexOf(".")), path.slice(path.lastIndexOf(".") + 1)];
    const written = writtenOf(node, source);
    const isPlain = read.op === ".";
    const rewrite = isPlain ? `!has(${path}) || ${written}` : `!("${key}" in ${base}) || ${written}`;
    const message = `${written} is false for people without the trait ${key}; where they are meant too, write ${rewrite}`;
    found.push({ kind: "missing_trait", message, at: node.start });
  }
}

/** The source text of a node, with the brackets at its ends: the evaluator leaves them out of its positions. */
function writtenOf({ start, end }: ASTNode, source: string): string {
  const text = source.slice(start, end);
  let depth = 0;
  let lowest = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[()]/g)) {
    if (sign === "(") depth++;
    else if (sign === ")") lowest = Math.min(lowest, --depth);
  }
  let [from, to] = [start, end];
  for (let missing = lowest; missing < 0; missing++) from = Math.max(0, source.lastIndexOf("(", from - 1));
  for (let missing = depth - lowest; missing > 0; missing--) to = source.indexOf(")", to) + 1 || to;
  return source.slice(from, to);
}

const isTrait = (path: string): boolean => /^(?:person\.)?traits\.[^.]+$/.test(path);

/** Traits that a negation reads. A nested negation is left out: it is examined on its own. */
function traitReads(node: ASTNode): ASTNode[] {
  return childrenOf(node).flatMap((child) => {
    const path = pathOf(child);
    if (path !== null) return isTrait(path) ? [child] : [];
    return child.op === "!_" || child.op === "!=" ? [] : traitReads(child);
  });
}

function noteGuards(node: ASTNode, guarded: Set<string>): void {
  if (node.op === ".?" || node.op === "[?]") {
    const path = pathOf({ ...node, op: ".", args: node.args } as unknown as ASTNode);
    if (path !== null) guarded.add(path);
  }
  if (node.op === "call" && node.args[0] === "has") {
    const path = node.args[1][0] === undefined ? null : pathOf(node.args[1][0]);
    if (path !== null) guarded.add(path);
  }
  if (node.op === "in" && node.args[0].op === "value" && typeof node.args[0].args === "string") {
    const path = pathOf(node.args[1]);
    if (path !== null) guarded.add(`${path}.${node.args[0].args}`);
  }
  for (const child of childrenOf(node)) noteGuards(child, guarded);
}
