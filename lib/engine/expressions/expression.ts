import { type ASTNode, serialize } from "@marcbachmann/cel-js";
import { formatInstant } from "../calendar/index.ts";
import { isPattern } from "../patterns.ts";
import type { Instant } from "../signal.ts";
import { environment, LINEAR_MATCHES } from "./environment.ts";

/** A CEL expression, parsed once. */
export type Expression = {
  readonly source: string;
  /** Full paths it reads, such as `traits.plan`: what a receipt shows and what wakes a waiting person. */
  readonly reads: readonly string[];
  readonly usesNow: boolean;
  /** Throws what CEL throws: missing keys, wrong types. */
  readonly evaluate: (scope: Readonly<Record<string, unknown>>, now: Instant) => unknown;
};

export type ExpressionError = { readonly error: string };

/** Parses and checks an expression; a sentence says what is wrong with it. */
export function parseExpression(source: string): Expression | ExpressionError {
  try {
    const parsed = environment.parse(source);
    const check = parsed.check();
    if (!check.valid) return { error: firstLine(check.error) };
    const found = inspect(parsed.ast);
    if (found.badPattern !== null) return { error: `“${found.badPattern}” is not a regular expression` };
    const run = found.matches ? environment.parse(serialize(parsed.ast)) : parsed;
    const { reads, usesNow } = found;
    return {
      source,
      reads,
      usesNow,
      evaluate: (scope, now) => run(usesNow ? { ...scope, now: timestamp(now) } : scope),
    };
  } catch (error) {
    return { error: firstLine(error) };
  }
}

export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0] ?? message;
}

const toTimestamp = environment.parse("timestamp(journey)");

/** The evaluator's own kind of moment. */
function timestamp(at: Instant): unknown {
  return toTimestamp({ journey: formatInstant(at) });
}

type Inspection = { reads: string[]; usesNow: boolean; matches: boolean; badPattern: string | null };

function inspect(ast: ASTNode): Inspection {
  const found: Inspection = { reads: [], usesNow: false, matches: false, badPattern: null };
  visit(ast, found, new Set());
  return found;
}

function visit(node: ASTNode, found: Inspection, local: ReadonlySet<string>): void {
  const path = pathOf(node);
  if (path !== null) {
    readPath(path, found, local);
    return;
  }
  if (node.op === "rcall" && node.args[0] === "matches") {
    found.matches = true;
    const pattern = node.args[2][0];
    if (pattern?.op === "value" && typeof pattern.args === "string" && !isPattern(pattern.args))
      found.badPattern = pattern.args;
    (node.args as [string, ...unknown[]])[0] = LINEAR_MATCHES;
  }
  for (const child of childrenOf(node)) visit(child, found, withLoopVariable(node, local));
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
