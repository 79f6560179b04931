import { type Liquid, toValue } from "liquidjs";
import { decimal } from "./decimal.ts";
import { type FilterHandler, handlerOf } from "./filter-handler.ts";
import { noteNotFinite } from "./render-notes.ts";
import { isNotFinite } from "./text-of.ts";

const EXACT: Readonly<Record<string, (left: number, right: number) => number>> = {
  plus: decimal.plus,
  minus: decimal.minus,
  times: decimal.times,
  divided_by: decimal.dividedBy,
  modulo: decimal.modulo,
};

const ROUNDING = ["abs", "at_least", "at_most", "ceil", "floor", "round", "to_integer"];

/**
 * Arithmetic in decimal digits (`decimal.ts`). A result that is not a number, such as a division by 0, stays so in
 * later calculations, and counts as empty for text filters and `default`; the library would print “Infinity” and
 * continue with 0.
 */
export function keepNumbersReadable(engine: Liquid): void {
  for (const [name, compute] of Object.entries(EXACT)) engine.registerFilter(name, arithmetic(compute));
  for (const name of ROUNDING) engine.registerFilter(name, rounding(handlerOf(engine, name)));
  engine.registerFilter("sum", sum);
  for (const [name, filter] of Object.entries(engine.filters)) {
    if (name in EXACT || ROUNDING.includes(name) || typeof filter !== "function") continue;
    engine.registerFilter(name, name === "default" ? withoutNumbersThatAreNone(filter) : noting(name, filter));
  }
}

const numberOf = (value: unknown): number => {
  const plain: unknown = toValue(value);
  return typeof plain === "number" ? plain : Number(plain instanceof Object ? String(plain) : plain) || 0;
};

function arithmetic(compute: (left: number, right: number) => number): FilterHandler {
  return (left, right, rounded) => {
    const [l, r] = [numberOf(left), numberOf(right)];
    if (!Number.isFinite(l) || !Number.isFinite(r)) return Number.NaN;
    const result = compute(l, r);
    return rounded === true ? Math.floor(result) : result;
  };
}

function rounding(filter: FilterHandler): FilterHandler {
  return function (value, ...args) {
    return isNotFinite(value) || args.some(isNotFinite) ? Number.NaN : filter.call(this, value, ...args);
  };
}

function* sum(this: ThisParameterType<FilterHandler>, list: unknown, property: unknown): Generator<unknown, number> {
  const items: unknown = toValue(list);
  let total = 0;
  for (const item of Array.isArray(items) ? items : [items ?? []]) {
    const path = property === undefined || property === null ? null : String(property);
    const value = Number(path === null ? item : yield this.context._getFromScope(item, path, false));
    if (Number.isFinite(value)) total = decimal.plus(total, value);
  }
  return total;
}

function withoutNumbersThatAreNone(filter: FilterHandler): FilterHandler {
  return function (value, ...args) {
    return filter.call(this, isNotFinite(value) ? undefined : value, ...args);
  };
}

function noting(name: string, filter: FilterHandler): FilterHandler {
  return function (value, ...args) {
    if (!isNotFinite(value) && !args.some(isNotFinite)) return filter.call(this, value, ...args);
    noteNotFinite(this.context, `… | ${name}`);
    const plain = (one: unknown) => (isNotFinite(one) ? undefined : one);
    return filter.call(this, plain(value), ...args.map(plain));
  };
}
