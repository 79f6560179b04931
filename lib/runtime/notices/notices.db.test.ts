import { afterEach, beforeEach, expect, test } from "vitest";
import { openChannels } from "#channels";
import { startWebServer, type WebServer } from "#channels/testing";
import { raiseAlerts } from "../alerts/index.ts";
import { line } from "../testing/draw.ts";
import { DAY, HOUR, RuntimeHarness } from "../testing/runtime-harness.ts";
import { queueNotices, sendNotices } from "./index.ts";

const channels = openChannels({ defaultFrom: "Acme <hello@acme.example>", allowedNetworks: ["127.0.0.0/8"] });
const SECRET = "whsec_c2VjcmV0IG9mIHRoZSBzaG9w";
const end = { name: "end", type: "EXIT" };

let stage: RuntimeHarness;
let server: WebServer;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
  server = await startWebServer(() => ({ status: 200, body: {} }));
});
afterEach(() => server.close());

const settings = (notifications: unknown) => stage.database.sql`
  update workspaces set timezone = 'Europe/Berlin',
    settings = ${JSON.stringify({ webhookSecret: SECRET, notifications })}::text::jsonb
  where id = ${stage.workspaceId}`;
const now = () => (stage.runtime.clock.kind === "virtual" ? stage.runtime.clock.at.getTime() : Date.now());
const idle = (ms: number) => {
  const { clock } = stage.runtime;
  if (clock.kind === "virtual") clock.at = new Date(clock.at.getTime() + ms);
};
const raise = (code: "failing" | "stalled", journeyId: string | null) =>
  raiseAlerts(stage.database.sql, [
    { code, workspaceId: stage.workspaceId, journeyId, at: now(), text: `It is ${code} <now>.` },
  ]);
const tell = async () => {
  await queueNotices(stage.runtime);
  return sendNotices({ database: stage.database, channels });
};
type Row = { kind: string; channel: string; recipient: string; status: string };
const notices = () => stage.database.sql<Row[]>`
  select kind, channel, recipient, status from notices order by channel, recipient`;

test("an alert is mailed and called once a day for the same thing, and a muted one never", async () => {
  const { journeyId } = await stage.publish(line("in", [end]));
  const url = `${server.url}/alerts`;
  await settings({
    alerts: { emails: ["ada@acme.example", "grace@acme.example"], webhookUrl: url, muted: ["stalled"] },
  });
  await raise("failing", journeyId);
  await raise("stalled", journeyId);
  expect(await tell()).toBe(3);
  expect(await notices()).toEqual([
    { kind: "alert", channel: "email", recipient: "ada@acme.example", status: "captured" },
    { kind: "alert", channel: "email", recipient: "grace@acme.example", status: "captured" },
    { kind: "alert", channel: "webhook", recipient: url, status: "sent" },
  ]);
  const [call] = server.calls;
  expect(JSON.parse(call?.body ?? "{}")).toMatchObject({
    type: "alert",
    workspaceId: stage.workspaceId,
    alert: { code: "failing", journeyId, text: "It is failing <now>." },
  });
  expect(call?.headers["webhook-signature"]).toMatch(/^v1,/);
  // The same, an hour later, is another alert and no other notice; tomorrow it is told again.
  idle(HOUR);
  await raise("failing", journeyId);
  expect(await tell()).toBe(0);
  idle(DAY);
  await raise("failing", journeyId);
  expect(await tell()).toBe(3);
});

test("a dismissed alert, one of another workspace and one without anybody to tell are not told", async () => {
  await raise("failing", null);
  expect(await tell()).toBe(0);
  await settings({ alerts: { emails: ["ada@acme.example"] } });
  await stage.database.sql`update alerts set dismissed_at = now()`;
  expect(await tell()).toBe(0);
  await stage.database.sql`update alerts set dismissed_at = null, workspace_id = gen_random_uuid()`;
  expect(await tell()).toBe(0);
});

test("an endpoint that refuses is called again, and the notice says why it failed in the end", async () => {
  await settings({ alerts: { webhookUrl: "http://127.0.0.1:1/closed" } });
  await raise("failing", null);
  expect(await tell()).toBe(1);
  expect(await notices()).toMatchObject([{ status: "queued" }]);
  await stage.database.sql`update notices set due_at = now(), attempts = 5`;
  expect(await sendNotices({ database: stage.database, channels })).toBe(1);
  const [row] = await stage.database.sql<{ status: string; error: string }[]>`select status, error from notices`;
  expect(row).toMatchObject({ status: "failed", error: expect.stringContaining("127.0.0.1:1") });
});

test("the weekly report is sent when its hour has come by the clock of the workspace, once", async () => {
  await stage.publish(line("in", [{ name: "pause", type: "WAIT", config: { duration: "30d" } }, end]));
  await stage.track("ada", "in");
  await stage.settle();
  // Monday, 9 March 2026, 06:30 UTC: half past seven in Berlin.
  idle(Date.parse("2026-03-09T06:30:00Z") - now());
  await settings({ report: { weekday: 1, hour: 8, emails: ["ada@acme.example"] } });
  expect(await tell()).toBe(0);
  idle(HOUR);
  expect(await tell()).toBe(1);
  expect(await notices()).toMatchObject([{ kind: "report", status: "captured" }]);
  idle(HOUR);
  expect(await tell()).toBe(0);
  idle(6 * DAY);
  expect(await tell()).toBe(0);
  idle(DAY);
  expect(await tell()).toBe(1);
});
