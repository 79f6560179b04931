import { DAY_MS, HOUR_MS } from "#times";
import type { DemoPerson } from "../people/make-person.ts";
import type { Random } from "../random.ts";
import type { DemoAction } from "./demo-action.ts";

const PRICES = { pro: 12, team: 29 } as const;

/** Trial, subscription, and for some people cancellation. */
export function subscribing(person: DemoPerson, random: Random, from: number): DemoAction[] {
  if (!random.chance(0.3 + 0.35 * person.keenness)) return [];
  const startedAt = from + random.span(1.5 * DAY_MS, 1.1);
  const endsAt = startedAt + 14 * DAY_MS;
  const actions: DemoAction[] = [
    {
      person,
      at: startedAt - 1_000,
      traits: { plan: "trial", trial_ends_at: new Date(endsAt).toISOString().slice(0, 10) },
    },
    { person, at: startedAt, event: "trial_started", properties: { plan: "pro", days: 14 } },
  ];
  if (!random.chance(0.12 + 0.5 * person.keenness)) {
    actions.push({ person, at: endsAt + random.between(0, 6) * HOUR_MS, traits: { plan: "free" } });
    return actions;
  }
  const paidAt = random.chance(0.3) ? startedAt + random.span(2 * DAY_MS) : endsAt - random.between(-2.5, 3.5) * DAY_MS;
  actions.push(...subscription(person, random, paidAt));
  return actions;
}

function subscription(person: DemoPerson, random: Random, paidAt: number): DemoAction[] {
  const plan = random.chance(0.3) ? "team" : "pro";
  const interval = random.chance(0.35) ? "annual" : "monthly";
  const properties = { plan, interval, price: PRICES[plan] };
  const actions: DemoAction[] = [
    { person, at: paidAt - 1_000, traits: { plan } },
    { person, at: paidAt, event: "subscription_started", properties },
  ];
  if (!random.chance(0.62 - 0.4 * person.keenness)) return actions;
  const cancelledAt = paidAt + random.span(13 * DAY_MS, 0.8);
  const reason = random.pick(["too expensive", "missing a feature", "project ended", "switched tools", "no time"]);
  actions.push(
    { person, at: cancelledAt - 1_000, traits: { plan: "free" } },
    { person, at: cancelledAt, event: "subscription_cancelled", properties: { plan, reason } },
  );
  if (!random.chance(0.27)) return actions;
  const backAt = cancelledAt + random.span(11 * DAY_MS, 0.6);
  actions.push(
    { person, at: backAt - 1_000, traits: { plan } },
    { person, at: backAt, event: "subscription_started", properties },
  );
  return actions;
}
