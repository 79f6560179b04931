import { DAY_MS } from "#times";
import type { DemoAction } from "../behaviour/demo-action.ts";
import { oneCart } from "../behaviour/shopping.ts";
import { type DemoPerson, makePerson } from "../people/make-person.ts";
import type { Random } from "../random.ts";

/** A demo person; `journey` is the key of a journey they are in. */
export type Standing = { readonly number: number; readonly journey: string | null };

/** The actions of people in a journey that make it succeed. */
const HOPED_FOR: Readonly<Record<string, string>> = {
  "welcome-series": "project_created",
  "trial-conversion": "subscription_started",
  "cart-recovery": "order.placed",
  "win-back": "subscription_started",
  "team-onboarding": "teammate_invited",
};

/** The next few actions: a new person, a conversion, or an ordinary visit. */
export function nextActions(random: Random, someone: Standing, newcomer: number, now: number): DemoAction[] {
  if (random.chance(0.06)) {
    const person = makePerson(newcomer);
    return [{ person, at: now, traits: person.traits }];
  }
  const person = makePerson(someone.number);
  const hopedFor = HOPED_FOR[someone.journey ?? ""];
  if (hopedFor && random.chance(0.3)) return [{ person, at: now, event: hopedFor, properties: propertiesOf(hopedFor) }];
  return visit(random, person, now);
}

function propertiesOf(event: string): Record<string, unknown> {
  if (event === "subscription_started") return { plan: "pro", interval: "monthly", price: 12 };
  if (event === "teammate_invited") return { count: 1 };
  return event === "project_created" ? { template: "blank" } : {};
}

function visit(random: Random, person: DemoPerson, now: number): DemoAction[] {
  const kind = random.weighted([
    ["login", 50],
    ["page", 28],
    ["cart", 12],
    ["trial", 6],
    ["project", 4],
  ] as const);
  if (kind === "cart") return oneCart(person, random, now).slice(0, 1);
  if (kind === "project")
    return [{ person, at: now, event: "project_created", properties: { template: "launch plan" } }];
  if (kind === "login")
    return [{ person, at: now, event: "user.login", properties: { method: person.traits.provider } }];
  if (kind === "page") {
    const path = random.pick(["/projects", "/pricing", "/templates", "/shop"]);
    return [{ person, at: now, event: "page.viewed", properties: { url: `https://harbour.example${path}`, path } }];
  }
  const ends = new Date(now + 14 * DAY_MS).toISOString().slice(0, 10);
  return [
    { person, at: now, traits: { plan: "trial", trial_ends_at: ends } },
    { person, at: now, event: "trial_started", properties: { plan: "pro", days: 14 } },
  ];
}
