import { DAY_MS, HOUR_MS, MINUTE_MS } from "#times";
import type { DemoPerson } from "../people/make-person.ts";
import { Random } from "../random.ts";
import type { DemoAction } from "./demo-action.ts";
import { shopping } from "./shopping.ts";
import { subscribing } from "./subscribing.ts";

/** Everything a person does from signing up until `end`, in order. */
export function lifeOf(person: DemoPerson, number: number, signedUpAt: number, end: number): DemoAction[] {
  const random = new Random(number * 7919);
  const actions: DemoAction[] = [{ person, at: signedUpAt, traits: person.traits }];
  const active = random.chance(0.25 + 0.75 * person.keenness);
  actions.push({
    person,
    at: signedUpAt + random.between(0.2, 3) * MINUTE_MS,
    event: "page.viewed",
    properties: page("/welcome", "Welcome"),
  });
  if (active) actions.push(...workingOn(person, random, signedUpAt), ...visiting(person, random, signedUpAt, end));
  actions.push(...subscribing(person, random, signedUpAt), ...shopping(person, random, signedUpAt, end));
  const closedAt = random.chance(0.05) ? signedUpAt + random.span(6 * DAY_MS, 1.2) : Number.POSITIVE_INFINITY;
  const lived = actions.filter((action) => action.at < Math.min(end, closedAt)).sort((a, b) => a.at - b.at);
  if (closedAt < end) lived.push({ person, at: closedAt, event: "account_closed", properties: {} });
  return lived;
}

/** The first projects and invitations. */
function workingOn(person: DemoPerson, random: Random, from: number): DemoAction[] {
  const first = from + random.span(9 * HOUR_MS, 1.4);
  const actions: DemoAction[] = [
    {
      person,
      at: first,
      event: "project_created",
      properties: { template: random.pick(["blank", "launch plan", "content calendar", "sprint"]) },
    },
  ];
  for (let more = random.whole(0, Math.round(4 * person.keenness)), at = first; more > 0; more--) {
    at += random.span(6 * DAY_MS);
    actions.push({ person, at, event: "project_created", properties: { template: "blank" } });
  }
  if (random.chance(0.2 + 0.5 * person.keenness)) {
    const at = first + random.span(2.5 * DAY_MS, 1.1);
    actions.push({ person, at, event: "teammate_invited", properties: { count: random.whole(1, 4) } });
  }
  return actions;
}

/** Return visits: frequent at first, then rarer for less interested people. */
function visiting(person: DemoPerson, random: Random, from: number, end: number): DemoAction[] {
  const actions: DemoAction[] = [];
  let gap = random.between(1, 3) * DAY_MS;
  for (let at = from + gap; at < end && actions.length < 14; at += gap) {
    actions.push({ person, at, event: "user.login", properties: { method: person.traits.provider } });
    if (random.chance(0.4)) {
      const [url, title] = random.pick(PAGES);
      actions.push({
        person,
        at: at + random.between(1, 9) * MINUTE_MS,
        event: "page.viewed",
        properties: page(url, title),
      });
    }
    gap *= random.between(0.9, 2.4 - person.keenness);
  }
  return actions;
}

const PAGES = [
  ["/projects", "Projects"],
  ["/pricing", "Pricing"],
  ["/templates", "Templates"],
  ["/shop", "Shop"],
  ["/settings", "Settings"],
] as const;

function page(path: string, title: string) {
  return { url: `https://harbour.example${path}`, path, title };
}
