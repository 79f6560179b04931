import type { ASTNode } from "@marcbachmann/cel-js";
import type { FieldRule, Rule, RuleGroup } from "#journey";
import { environment } from "../expressions/environment.ts";
import { parseExpression } from "../expressions/index.ts";
import { pathOf } from "../expressions/inspect.ts";

/** An expression as rules that hold for the same people, or why it stays an expression. */
export type Read = { readonly rules: RuleGroup } | { readonly reason: string };

class NoRules extends Error {}

/** Reads the CEL that rules are written as, and what people write like it; everything else stays CEL, with a reason. */
export function celToRules(source: string): Read {
  const parsed = parseExpression(source);
  if ("error" in parsed) return { reason: parsed.error };
  try {
    const rule = read(environment.parse(source).ast, false);
    return { rules: isGroup(rule) ? rule : { all: [rule] } };
  } catch (error) {
    if (error instanceof NoRules) return { reason: error.message };
    throw error;
  }
}

const isGroup = (rule: Rule): rule is RuleGroup => "all" in rule || "any" in rule;

/** `isNegated`: a missing value makes an expression false on both sides of a negation, and a rule only on one. */
function read(node: ASTNode, isNegated: boolean): Rule {
  switch (node.op) {
    case "&&": {
      const parts = flat(node, "&&");
      return guarded(parts) ?? { all: parts.map((part) => read(part, isNegated)) };
    }
    case "||":
      return { any: flat(node, "||").map((part) => read(part, isNegated)) };
    case "!_":
      return negated(read(node.args, true));
    default: {
      const rule = comparison(node);
      if (rule === null) throw new NoRules("a part of it is no comparison that rules have");
      if (isNegated && mayMiss(rule)) throw new NoRules("a value that is missing makes it false either way");
      return rule;
    }
  }
}

function flat(node: ASTNode, op: "&&" | "||"): ASTNode[] {
  return node.op === op ? (node.args as [ASTNode, ASTNode]).flatMap((part) => flat(part, op)) : [node];
}

/** `has(x) && x == 1`: a comparison that a missing value makes false, as in rules. */
function guarded(parts: readonly ASTNode[]): Rule | null {
  const isGuard = (part: ASTNode, at: number) => at < parts.length - 1 && hasPath(part) !== null;
  const guards = parts.filter(isGuard).flatMap((part) => hasPath(part) ?? []);
  const path = guards.at(-1);
  const [first, second] = parts.slice(guards.length);
  if (path === undefined || first === undefined || parts.length > guards.length + 2) return null;
  if (!guards.every((one) => path === one || path.startsWith(`${one}.`))) return null;
  if (second !== undefined && !isNumberTest(first, path)) return null;
  const rule = comparison(second ?? first);
  return rule !== null && "field" in rule && rule.field === path ? rule : null;
}

function hasPath(node: ASTNode): string | null {
  if (node.op !== "call" || node.args[0] !== "has") return null;
  const [about] = node.args[1];
  return about === undefined ? null : pathOf(about);
}

function isNumberTest(node: ASTNode, path: string): boolean {
  if (node.op !== "==") return false;
  const [left, right] = node.args;
  const isType = left.op === "call" && left.args[0] === "type" && left.args[1][0] !== undefined;
  return isType && pathOf(left.args[1][0] as ASTNode) === path && right.op === "id" && right.args === "double";
}

const OPS = { "==": "eq", ">": "gt", ">=": "gte", "<": "lt", "<=": "lte" } as const;

/** One comparison as it is written, without the question what a missing value means. */
function comparison(node: ASTNode): Rule | null {
  const has = hasPath(node);
  if (has !== null) return /^(person\.)?traits\.\w+$/.test(has) ? { field: has, op: "exists" } : null;
  if (node.op === "in") return membership(node.args[0], node.args[1]);
  if (node.op === "!=") {
    const [left, right] = node.args;
    const field = pathOf(left);
    if (field === null) return null;
    if (right.op === "value" && right.args === null) return { field, op: "exists" };
    const value = literal(right);
    return value === undefined
      ? null
      : {
          all: [
            { field, op: "exists" },
            { field, op: "ne", value },
          ],
        };
  }
  const op = OPS[node.op as keyof typeof OPS];
  if (op === undefined) return null;
  const [left, right] = node.args as [ASTNode, ASTNode];
  const field = pathOf(left);
  const value = literal(right);
  const isOrder = op !== "eq";
  return field === null || value === undefined || (isOrder && typeof value !== "number") ? null : { field, op, value };
}

function membership(left: ASTNode, right: ASTNode): Rule | null {
  const list = pathOf(right);
  const value = literal(left);
  if (list === "segments" && typeof value === "string") return { segment: value };
  if ((list === "tags" || list === "person.tags") && value !== undefined) return { field: list, op: "contains", value };
  const field = pathOf(left);
  const items = right.op === "list" ? right.args.map(literal) : null;
  return field === null || items === null || items.includes(undefined) ? null : { field, op: "in", value: items };
}

function literal(node: ASTNode): string | number | boolean | undefined {
  if (node.op === "-_") {
    const value = literal(node.args);
    return typeof value === "number" ? -value : undefined;
  }
  if (node.op !== "value") return undefined;
  const value: unknown = node.args;
  if (typeof value === "bigint") return Number(value);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

/** Tags, segments and the stage are always there. */
const mayMiss = (rule: Rule): boolean =>
  !("segment" in rule) && !("field" in rule && ["tags", "person.tags", "stage", "person.stage"].includes(rule.field));

function negated(rule: Rule): Rule {
  if ("segment" in rule && "not" in rule === false) return { ...rule, not: true };
  if ("field" in rule) {
    const { field, op, value } = rule as FieldRule;
    if (op === "eq") return { ...rule, op: "ne" };
    if (op === "exists") return value === false ? { field, op } : { field, op, value: false };
  }
  return isGroup(rule) && rule.not !== true ? { ...rule, not: true } : { all: [rule], not: true };
}
