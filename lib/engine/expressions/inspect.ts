import type { ASTNode } from "@marcbachmann/cel-js";
import { isTimezone } from "#journey";
import { patternProblem } from "../patterns.ts";
import { childrenOf, replaceNode } from "./ast.ts";
import { environment } from "./environment.ts";
import { replacementOf, TIMESTAMP_TYPE } from "./names.ts";

export type Inspection = {
  /** Full paths such as `traits.plan`. */
  readonly reads: string[];
  usesNow: boolean;
  /** A message about a regular expression that cannot run. */
  badPattern: string | null;
  /** A text that is used as a zone and is not one. */
  badZone: string | null;
  /** Depth of nested loops. */
  loopDepth: number;
};

type Inside = { readonly local: ReadonlySet<string>; readonly loops: number };

/**
 * Collects what an expression reads, and replaces some CEL functions by our own. Must be called before the expression
 * is type-checked.
 */
export function inspect(ast: ASTNode): Inspection {
  const found: Inspection = { reads: [], usesNow: false, badPattern: null, badZone: null, loopDepth: 0 };
  visit(ast, found, { local: new Set(), loops: 0 });
  return found;
}

function visit(node: ASTNode, found: Inspection, inside: Inside): void {
  const path = pathOf(node);
  if (path !== null) {
    if (path === "google.protobuf.Timestamp") replaceNode(node, environment.parse(TIMESTAMP_TYPE).ast);
    else readPath(path, found, inside.local);
    return;
  }
  if (node.op === "call" || node.op === "rcall") visitCall(node, found);
  if (node.op !== "rcall") {
    for (const child of childrenOf(node)) visit(child, found, inside);
    return;
  }
  // The list that a loop iterates over is computed once, outside the loop.
  const [, receiver, args] = node.args;
  const within = withVariable(node, inside);
  if (within.loops > found.loopDepth) found.loopDepth = within.loops;
  visit(receiver, found, inside);
  for (const arg of args) visit(arg, found, within);
}

function visitCall(node: ASTNode & { readonly op: "call" | "rcall" }, found: Inspection): void {
  if (node.op === "rcall" && ZONED.has(node.args[0])) {
    const zone = node.args[2][0];
    if (zone?.op === "value" && typeof zone.args === "string" && !isZone(zone.args)) found.badZone = zone.args;
  }
  const own = replacementOf(node.op, node.args[0]);
  if (own === undefined) return;
  if (node.op === "rcall") {
    const pattern = node.args[2][0];
    const wrong = pattern?.op === "value" && typeof pattern.args === "string" ? patternProblem(pattern.args) : null;
    if (wrong !== null) found.badPattern = `“${pattern?.args}” ${wrong}`;
  }
  (node.args as [string, ...unknown[]])[0] = own;
}

/** Methods that compute a part of a timestamp on the clock of a zone, as in `now.getHours("Europe/Berlin")`. */
const ZONED: ReadonlySet<string> = new Set(
  [
    "Date",
    "DayOfMonth",
    "DayOfWeek",
    "DayOfYear",
    "FullYear",
    "Hours",
    "Milliseconds",
    "Minutes",
    "Month",
    "Seconds",
  ].map((part) => `get${part}`),
);

/** CEL also accepts fixed offsets (langdef, "Timezones"). */
const isZone = (text: string): boolean => isTimezone(text) || /^[+-]\d\d:\d\d$/.test(text);

function readPath(path: string, found: Inspection, local: ReadonlySet<string>): void {
  const root = path.split(".", 1)[0] ?? path;
  if (root === "now") found.usesNow = true;
  else if (!local.has(root) && !found.reads.includes(path)) found.reads.push(path);
}

/** `a.b["c"]` as `a.b.c`; null for anything that is not only a path. */
export function pathOf(node: ASTNode): string | null {
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

const LOOPS = ["exists", "all", "exists_one", "map", "filter"];

/** `tags.exists(t, …)` declares a variable, which is not a path that the expression reads. */
function withVariable(node: ASTNode & { readonly op: "rcall" }, inside: Inside): Inside {
  const [name, , args] = node.args;
  const isLoop = LOOPS.includes(name);
  if (!isLoop && name !== "bind") return inside;
  const variable = args[0];
  if (variable?.op !== "id") return inside;
  return { local: new Set([...inside.local, variable.args]), loops: inside.loops + (isLoop ? 1 : 0) };
}
