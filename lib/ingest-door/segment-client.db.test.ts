import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Analytics } from "@segment/analytics-node";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openChannels } from "#channels";
import { type MailServer, startMailServer } from "#channels/testing";
import type { JourneyTemplate } from "#journey/templates";
import { templateInput } from "#journey/templates";
import { type Engine, startEngine } from "#runtime";
import type { Context } from "#services";
import { createContent } from "#services/content";
import { createJourney, NewJourney, publishJourney } from "#services/journeys";
import { type DoorFixture, doorFixture } from "./testing.ts";

const PEOPLE = 60;
const spot = { x: 0, y: 0 };
const mail = (key: string, subject: string) => ({ key, name: key, subject, html: `<p>${subject}</p>`, text: "" });

const signUp: JourneyTemplate = {
  key: "sign-up",
  name: "Sign-up",
  category: "Onboarding",
  description: "Greets, waits for an upgrade to pro, thanks or reminds.",
  content: [
    mail("hello", "Hello {{ traits.name }}"),
    mail("thanks", "Thanks for coming from the {{ source }}, {{ traits.name }}"),
    mail("reminder", "Still there, {{ traits.name }}?"),
  ],
  nodes: [
    {
      name: "signed_up",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "Signed Up" } },
      position: spot,
    },
    { name: "hello", type: "CONTENT", config: { contentType: "email" }, content: "hello", position: spot },
    {
      name: "patient",
      type: "CONDITION",
      config: { rules: { all: [{ field: "person.traits.patient", op: "eq", value: true }] } },
      position: spot,
    },
    {
      name: "upgrade",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "Upgraded", filter: { plan: "pro" }, timeout: "1h" },
      position: spot,
    },
    {
      name: "upgrade_soon",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "Upgraded", filter: { plan: "pro" }, timeout: "2s" },
      position: spot,
    },
    {
      name: "thanks",
      type: "CONTENT",
      config: { contentType: "email", variables: { source: "trigger.properties.source" } },
      content: "thanks",
      position: spot,
    },
    { name: "reminder", type: "CONTENT", config: { contentType: "email" }, content: "reminder", position: spot },
    { name: "done", type: "EXIT", config: {}, position: spot },
  ],
  edges: [
    { from: "signed_up", to: "hello" },
    { from: "hello", to: "patient" },
    { from: "patient", to: "upgrade", branch: "TRUE" },
    { from: "patient", to: "upgrade_soon", branch: "FALSE" },
    { from: "upgrade_soon", to: "thanks", branch: "event" },
    { from: "upgrade_soon", to: "reminder", branch: "timeout" },
    { from: "upgrade", to: "thanks", branch: "event" },
    { from: "upgrade", to: "reminder", branch: "timeout" },
    { from: "thanks", to: "done" },
    { from: "reminder", to: "done" },
  ],
  settings: { reEntry: "once" },
  goalConfig: { type: "event", config: { eventName: "Upgraded", filter: { plan: "pro" } }, exitOnGoal: false },
};

const visitor: JourneyTemplate = {
  ...signUp,
  key: "visitor",
  name: "Visitor",
  allowAnonymous: true,
  content: [mail("nice-to-meet", "Nice to meet you, {{ traits.name }}")],
  nodes: [
    {
      name: "looked",
      type: "TRIGGER",
      config: { triggerType: "URL_MATCH", triggerConfig: { matchType: "contains", pattern: "/pricing" } },
      position: spot,
    },
    { name: "who", type: "WAIT_FOR_EVENT", config: { eventName: "user.created", timeout: "10m" }, position: spot },
    { name: "meet", type: "CONTENT", config: { contentType: "email" }, content: "nice-to-meet", position: spot },
    { name: "done", type: "EXIT", config: {}, position: spot },
  ],
  edges: [
    { from: "looked", to: "who" },
    { from: "who", to: "meet", branch: "event" },
    { from: "who", to: "done", branch: "timeout" },
    { from: "meet", to: "done" },
  ],
  goalConfig: null,
};

let door: DoorFixture;
let server: MailServer;
let engine: Engine;
let client: Analytics;
let journeyIds: Map<string, string>;
const web = createServer((incoming, outgoing) => void door.door.nodeListener(incoming, outgoing));

beforeAll(async () => {
  [door, server] = await Promise.all([doorFixture(), startMailServer()]);
  journeyIds = new Map([
    [signUp.key, await publish(signUp)],
    [visitor.key, await publish(visitor)],
  ]);
  engine = startEngine(door.database, {
    outbox: { channels: openChannels({ smtpUrl: server.url, defaultFrom: "Acme <hello@acme.example>" }) },
  });
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  const host = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  client = new Analytics({ writeKey: door.secretKey, host, flushAt: 15, flushInterval: 20 });
});

afterAll(async () => {
  await engine.stop();
  await new Promise((resolve) => web.close(resolve));
  await server.close();
});

async function publish(template: JourneyTemplate): Promise<string> {
  const { database, workspaceId, siteId } = door;
  const ctx: Context = { database, workspaceId, actor: { kind: "system", id: "test", role: "owner" } };
  const contents = new Map<string, string>();
  for (const { key, name, subject, html, text } of template.content) {
    contents.set(key, (await createContent(ctx, { type: "email", slug: key, name, subject, html, text })).id);
  }
  const { data } = await createJourney(ctx, NewJourney.parse({ ...templateInput(template, contents), siteId }));
  await publishJourney(ctx, data.id);
  return data.id;
}

const subjects = (start: string) => server.mails.filter((one) => one.subject.startsWith(start));
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(25)) if (await holds()) return;
  throw new Error(`${what} did not come about: ${server.mails.length} mails arrived`);
}

const enrollments = (key: string) =>
  door.database.sql`
    select status, exit_reason, count(*)::int as n from enrollments where journey_id = ${journeyIds.get(key) ?? ""} group by 1, 2 order by 3`;

it("an unmodified Segment client drives a journey, and each mail arrives exactly once", {
  timeout: 120_000,
}, async () => {
  for (const n of numbers(0, PEOPLE))
    client.identify({
      userId: `user-${n}`,
      traits: { name: `Person ${n}`, email: `person-${n}@example.com`, patient: n < 25 },
    });
  // The client sends several batches at once, so later messages may arrive earlier.
  await client.flush();
  for (const n of numbers(0, PEOPLE))
    client.track({
      userId: `user-${n}`,
      event: "Signed Up",
      properties: { source: "newsletter" },
      messageId: `sign-up-${n}`,
    });
  // The same message again, as from a client that did not get the answer.
  for (const n of numbers(0, 20))
    client.track({
      userId: `user-${n}`,
      event: "Signed Up",
      properties: { source: "newsletter" },
      messageId: `sign-up-${n}`,
    });
  await client.flush();
  // The same event again must not enroll a second time (`once`): it would be a start without its source.
  for (const n of numbers(20, 30)) client.track({ userId: `user-${n}`, event: "Signed Up" });
  await until(() => subjects("Hello").length >= PEOPLE, "the first mail to everybody");

  for (const n of numbers(0, 25)) client.track({ userId: `user-${n}`, event: "Upgraded", properties: { plan: "pro" } });
  for (const n of numbers(25, 40))
    client.track({ userId: `user-${n}`, event: "Upgraded", properties: { plan: "team" } });
  await until(() => subjects("Thanks").length >= 25, "the thanks to those who upgraded to pro");
  await until(() => subjects("Still there").length >= PEOPLE - 25, "the reminder to the others");
  await client.closeAndFlush();

  expect(
    subjects("Hello")
      .map((one) => one.to)
      .sort(),
  ).toEqual(
    numbers(0, PEOPLE)
      .map((n) => `person-${n}@example.com`)
      .sort(),
  );
  expect(
    subjects("Thanks for coming from the newsletter")
      .map((one) => one.to)
      .sort(),
  ).toEqual(
    numbers(0, 25)
      .map((n) => `person-${n}@example.com`)
      .sort(),
  );
  expect(
    subjects("Still there")
      .map((one) => one.to)
      .sort(),
  ).toEqual(
    numbers(25, PEOPLE)
      .map((n) => `person-${n}@example.com`)
      .sort(),
  );
  expect(server.mails).toHaveLength(2 * PEOPLE);
  expect(new Set(server.mails.map((one) => one.messageId)).size).toBe(2 * PEOPLE);
  await until(async () => (await enrollments("sign-up"))[0]?.n === PEOPLE, "the end of every enrollment");
  expect(await enrollments("sign-up")).toEqual([{ status: "completed", exit_reason: "finished", n: PEOPLE }]);
  const [log] = await door.database.sql`
    select count(*) filter (where name = 'app.Signed Up')::int as signed, count(*) filter (where name = 'user.created')::int as created,
      count(*) filter (where name = 'app.Upgraded')::int as upgraded from events`;
  expect(log).toEqual({ signed: PEOPLE + 10, created: PEOPLE, upgraded: 40 });
  const [goals] = await door.database
    .sql`select count(*)::int as n from conversions where journey_id = ${journeyIds.get("sign-up") ?? ""}`;
  expect(goals?.n).toBe(25);
});

it("a visitor who says later who they are goes on with the same journey as the same person", async () => {
  const host = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const site = new Analytics({ writeKey: door.secretKey, host, flushAt: 1 });
  site.page({ anonymousId: "visitor-1", name: "Pricing", properties: { url: "https://shop.example/pricing" } });
  await until(async () => (await enrollments("visitor"))[0]?.n === 1, "the enrollment of the visitor");
  site.identify({ userId: "grace", anonymousId: "visitor-1", traits: { name: "Grace", email: "grace@example.com" } });
  await until(() => subjects("Nice to meet you, Grace").length > 0, "the mail to the visitor");
  await site.closeAndFlush();

  await until(async () => (await enrollments("visitor"))[0]?.status === "completed", "the end of the enrollment");
  expect(subjects("Nice").map((one) => one.to)).toEqual(["grace@example.com"]);
  const people = await door.database
    .sql`select distinct person_id from identities where value in ('grace', 'visitor-1')`;
  expect(people).toHaveLength(1);
  const [person] = await door.database
    .sql`select external_id, anonymous_id, traits from people where id = ${people[0]?.person_id}`;
  expect(person).toMatchObject({ external_id: "grace", anonymous_id: "visitor-1", traits: { name: "Grace" } });
});
