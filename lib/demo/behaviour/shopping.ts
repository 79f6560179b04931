import { DAY_MS, HOUR_MS, MINUTE_MS } from "#times";
import type { DemoPerson } from "../people/make-person.ts";
import type { Random } from "../random.ts";
import type { DemoAction } from "./demo-action.ts";

const GOODS = [
  ["Weekly planner, linen", 24],
  ["Wall calendar", 18],
  ["Desk pad, A3", 15],
  ["Dot-grid notebook, set of 3", 27],
  ["Fountain pen", 39],
  ["Sticky notes, harbour blue", 6],
] as const;

/** Carts, and the orders that follow some of them: immediately, the next day, or never. */
export function shopping(person: DemoPerson, random: Random, from: number, end: number): DemoAction[] {
  if (!random.chance(0.38)) return [];
  const actions: DemoAction[] = [];
  let at = from + random.span(4 * DAY_MS, 1.2);
  for (let carts = random.whole(1, 3); carts > 0 && at < end; carts--) {
    actions.push(...oneCart(person, random, at));
    at += random.span(21 * DAY_MS, 0.7);
  }
  return actions;
}

export function oneCart(person: DemoPerson, random: Random, at: number): DemoAction[] {
  const items = Array.from({ length: random.whole(1, 4) }, () => random.pick(GOODS));
  const total = items.reduce((sum, [, price]) => sum + price, 0);
  const cart: DemoAction = {
    person,
    at,
    event: "cart_updated",
    properties: { total, items: items.length, first_item: items[0]?.[0] },
  };
  const outcome = random.next();
  if (outcome > 0.68) return [cart];
  const wait = outcome < 0.4 ? random.between(3, 50) * MINUTE_MS : random.span(11 * HOUR_MS, 0.9);
  const properties = { total, items: items.length, order_id: `H-${Math.floor(at / 1_000) % 1_000_000}` };
  return [cart, { person, at: at + wait, event: "order.placed", properties }];
}
