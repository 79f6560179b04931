import type { ASTNode } from "@marcbachmann/cel-js";
import { childrenOf, type HandledNode, isScalar, loopOf, sizeOf } from "./ast.ts";
import { charge, chargeDeep, chargeText } from "./budget.ts";
import { costOfCall } from "./costs.ts";

/**
 * Makes an expression charge steps for everything whose cost depends on data: loops by the length of their list, before
 * they run; comparisons, sums, membership tests and calls by the size of their operands. Nodes of constant cost, which
 * are most of what people write, are not changed.
 */
export function meter(node: ASTNode): void {
  meterNode(node);
  for (const child of childrenOf(node)) meter(child);
}

function meterNode(node: ASTNode): void {
  switch (node.op) {
    case "+":
      if (!hasScalar(node.args)) before(node, chargeSum);
      return;
    case "==":
    case "!=":
      if (!hasScalar(node.args)) before(node, chargeEquality);
      return;
    case "<":
    case "<=":
    case ">":
    case ">=":
      if (!hasScalar(node.args)) before(node, chargeOrder);
      return;
    case "in":
      if (node.args[1].op !== "list") before(node, chargeMembership);
      return;
    case "[?]":
      before(node, () => charge(ABSENT));
      return;
    case "call":
      meterCall(node, node.args[0], node.args[1]);
      return;
    case "rcall":
      if (!meterLoop(node)) meterCall(node, node.args[0], node.args[2]);
  }
}

/** Steps of a missing index: the evaluator creates an error even for an optional access. */
const ABSENT = 200;

const hasScalar = ([left, right]: readonly ASTNode[]): boolean => isScalar(left) || isScalar(right);

function before(node: ASTNode, charges: (left: unknown, right: unknown) => void): void {
  const handled = node as unknown as HandledNode;
  const { handle } = handled;
  if (handle === undefined) return;
  handled.handle = (left, right, third, fourth) => {
    charges(left, right);
    return handle(left, right, third, fourth);
  };
}

function meterCall(node: ASTNode, name: string, args: readonly ASTNode[]): void {
  const cost = costOfCall(name, args);
  if (cost !== null) before(node, (values) => charge(cost(values as readonly unknown[])));
}

/**
 * Charges a whole loop before it starts, by the number of nodes in its body; costs inside the body that depend on data
 * are charged as they occur.
 */
function meterLoop(node: ASTNode & { readonly op: "rcall" }): boolean {
  const loop = loopOf(node);
  if (loop === null) return false;
  const { handle } = loop;
  const weight = node.args[2].slice(1).reduce((sum, part) => sum + sizeOf(part), 2);
  loop.handle = (items, second, third, fourth) => {
    const listed = isPlain(items) ? Object.keys(items) : items;
    charge(1 + lengthOf(listed) * weight);
    return handle(listed, second, third, fourth);
  };
  return true;
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && lengthOf(value) === 0 && !Array.isArray(value);
}

/** Length of a list, size of a set or map; 0 for other values. */
function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return value instanceof Set || value instanceof Map ? value.size : 0;
}

function chargeSum(left: unknown, right: unknown): void {
  if (typeof left === "string" && typeof right === "string") chargeText(left.length + right.length);
  else if (typeof left === "object" && left !== null) charge(1 + sized(left) + sized(right));
}

function sized(value: unknown): number {
  return value instanceof Uint8Array ? value.length >> 3 : lengthOf(value);
}

function chargeEquality(left: unknown, right: unknown): void {
  if (typeof left === "string" && typeof right === "string") charge(left.length >> 9);
  if (typeof left !== "object" || typeof right !== "object" || left === right) return;
  if (Array.isArray(left) && Array.isArray(right) && left.length !== right.length) return;
  chargeDeep(left);
}

function chargeOrder(left: unknown, right: unknown): void {
  if (typeof left === "string" && typeof right === "string") charge(Math.min(left.length, right.length) >> 9);
}

function chargeMembership(value: unknown, list: unknown): void {
  const length = lengthOf(list);
  charge(1 + length);
  if (typeof value === "string") charge(length * (value.length >> 9));
  else if (typeof value === "object" && value !== null) chargeDeep(list);
}
