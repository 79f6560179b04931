import type { Liquid } from "liquidjs";
import { type FilterHandler, handlerOf } from "./filter-handler.ts";

/** The cost of a list element, in units of one character; the library charges one, or nothing. */
const PER_ITEM: Readonly<Record<string, number>> = {
  map: 3,
  sum: 3,
  sort: 10,
  sort_natural: 14,
  where: 24,
  reject: 24,
  find: 24,
  has: 24,
};

/**
 * Makes list filters charge for their work. Their output is not larger than their input, because data is a tree; so
 * with a cost they may run without a thread, limited by the template's budget.
 */
export function chargeForLists(engine: Liquid): void {
  for (const [name, price] of Object.entries(PER_ITEM)) {
    const filter = handlerOf(engine, name);
    const isSort = name.startsWith("sort");
    const charged: FilterHandler = function (value, property, ...rest) {
      const list: readonly unknown[] = Array.isArray(value) ? value : [value];
      // The property path is resolved again for each element.
      const path = property === undefined || property === null ? 0 : String(property).length;
      this.context.memoryLimit.use(list.length * (price + path) + (isSort ? comparedTexts(list) : 0));
      return filter.call(this, value, ...(property === undefined ? [] : [property]), ...rest);
    };
    engine.registerFilter(name, charged);
  }
}

/** Each element is compared about log₂ n times, and texts are read at each of them. */
function comparedTexts(list: readonly unknown[]): number {
  let length = 0;
  for (const item of list) if (typeof item === "string") length += item.length;
  return (length * Math.ceil(Math.log2(list.length + 1))) >> 5;
}
