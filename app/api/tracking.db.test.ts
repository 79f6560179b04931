import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openChannels } from "#channels";
import { type MailServer, startMailServer } from "#channels/testing";
import { createIngestDoor } from "#ingest-door";
import { runOutbox } from "#runtime";
import { openContext } from "#services";
import { putProvider } from "#services/providers";
import { schema } from "#store";
import { setPreferences } from "#store/preferences";
import { type ApiFixture, apiFixture } from "./testing/index.ts";
import { addPerson, queueMessage } from "./testing/queue-message.ts";

let api: ApiFixture;
let server: MailServer;
let door: ReturnType<typeof createIngestDoor>;
let channels: ReturnType<typeof openChannels>;
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/153.0";

beforeAll(async () => {
  server = await startMailServer();
  channels = openChannels({ smtpUrl: server.url, defaultFrom: "Acme <hello@acme.example>" });
});
beforeEach(async () => {
  api = await apiFixture();
  door = createIngestDoor({ database: api.database });
  const settings = { tracking: { opens: true, clicks: true }, trackingUrl: "https://links.acme.example/" };
  await api.database.orm.update(schema.workspaces).set({ settings }).where(eq(schema.workspaces.id, api.workspaceId));
});
afterAll(async () => {
  await channels.close();
  await server.close();
});

let counter = 0;
/** Sends a mail, and says when it went out a minute ago, as people need a moment to read. */
async function sendMail(personId?: string) {
  const address = `ada${++counter}@example.com`;
  const id = personId ?? (await addPerson(api, { name: "Ada", email: address }));
  const html = '<p><a href="https://shop.example/?a=1&amp;b=2">Shop</a></p>';
  const row = await queueMessage(api, id, "email");
  await api.database.orm
    .update(schema.content)
    .set({ html })
    .where(eq(schema.content.id, row.contentId ?? ""));
  await runOutbox({ database: api.database, clock: { kind: "database" }, channels });
  await api.database.sql`update deliveries set sent_at = sent_at - interval '1 minute' where id = ${row.id}`;
  const mail = server.mails.find(({ messageId }) => messageId === `<${row.idempotencyKey}@acme.example>`);
  const paths = [...(mail?.html ?? "").matchAll(/https:\/\/links\.acme\.example(\/m\/[co]\/[^"]+)/g)].map(
    ([, path = ""]) => path,
  );
  return {
    row,
    mail,
    click: paths.find((path) => path.startsWith("/m/c/")) ?? "",
    pixel: paths.find((path) => path.startsWith("/m/o/")) ?? "",
  };
}

const get = (path: string, userAgent = BROWSER, method = "GET") =>
  door.fetch(
    new Request(`http://localhost${path}`, { method, headers: { "user-agent": userAgent }, redirect: "manual" }),
  );
const kindsOf = async (id: string) =>
  (await api.database.sql`select kind, detail from message_events where delivery_id = ${id} order by at, id`).map(
    ({ kind }) => kind,
  );
const countsOf = async (node: string) =>
  (await api.database.sql`select * from delivery_counts where node_id = ${node}`)[0];

describe("a mail to somebody who may be tracked", () => {
  it("tells that it was opened and clicked, once each, on the delivery, the step and the person", async () => {
    const { row, click, pixel } = await sendMail();
    for (let time = 0; time < 2; time++) {
      const picture = await get(pixel);
      expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/gif"]);
      const response = await get(click);
      expect([response.status, response.headers.get("location")]).toEqual([302, "https://shop.example/?a=1&b=2"]);
    }
    expect((await kindsOf(row.id)).sort()).toEqual(["clicked", "opened", "opened"]);
    expect(await countsOf(row.nodeId)).toMatchObject({
      sent: "1",
      open_tracked: "1",
      click_tracked: "1",
      opened: "1",
      clicked: "1",
    });
    const events = await api.database
      .sql`select name, properties from events where person_id = ${row.personId} order by received_at`;
    expect(events.map(({ name }) => name)).toEqual(["message.opened", "message.clicked"]);
    expect(events[1]?.properties).toMatchObject({ deliveryId: row.id, url: "https://shop.example/?a=1&b=2" });
    const detail = await api.call<{ data: { html: string; openedAt: string | null; events: unknown[] } }>(
      `GET /api/deliveries/${row.id}`,
    );
    expect(detail.body.data.html).toBe('<p><a href="https://shop.example/?a=1&amp;b=2">Shop</a></p>');
    expect(detail.body.data).toMatchObject({ openedAt: expect.any(String), clickedAt: expect.any(String) });
    expect(detail.body.data.events).toHaveLength(3);
    const figures = await api.call<{ data: object[] }>(`GET /api/journeys/${row.journeyId}/messages`);
    expect(figures.body.data).toMatchObject([{ nodeId: row.nodeId, sent: 1, opened: 1, openRate: 1, clickRate: 1 }]);
    const clicked = await api.call<{ data: { id: string }[] }>("GET /api/deliveries?became=clicked");
    expect(clicked.body.data.map(({ id }) => id)).toEqual([row.id]);
    expect((await api.call<{ data: object[] }>("GET /api/deliveries?became=bounced")).body.data).toEqual([]);
  });

  it("counts a click as an open, and tells what programs do apart", async () => {
    const first = await sendMail();
    await get(first.click);
    expect((await kindsOf(first.row.id)).sort()).toEqual(["clicked", "opened"]);
    const second = await sendMail();
    await get(second.pixel, "Mozilla/5.0");
    await get(second.click, "Barracuda Sentinel (EE)");
    expect((await get(second.click, BROWSER, "HEAD")).status).toBe(302);
    expect(await kindsOf(second.row.id)).toEqual(["machine_opened"]);
    expect(await countsOf(second.row.nodeId)).toMatchObject({ opened: "0", machine_opened: "1", clicked: "0" });
  });

  it("leads nowhere with a link that was cut off or made up, and counts nothing", async () => {
    const { row, click, pixel } = await sendMail();
    for (const bad of [click.slice(0, -4), `${click}AA`, "/m/c/x", pixel.replace("/m/o/", "/m/c/")])
      expect((await get(bad)).status).toBe(404);
    await get(pixel.replace(/\/m\/o\/./, "/m/o/_"));
    expect(await kindsOf(row.id)).toEqual([]);
  });
});

describe("a mail to somebody who may not be tracked", () => {
  it("has neither links of ours nor a pixel, and is left out of the rates", async () => {
    const person = await addPerson(api, { name: "Eve", email: "eve@example.com" });
    await api.database.sql.begin((sql) =>
      setPreferences(sql, {
        workspaceId: api.workspaceId,
        personId: person,
        answers: { trackOpens: false, trackClicks: false },
        source: "test",
      }),
    );
    const { row, mail, click, pixel } = await sendMail(person);
    expect([click, pixel]).toEqual(["", ""]);
    expect(mail?.html).toContain('href="https://shop.example/?a=1&amp;b=2"');
    expect(await countsOf(row.nodeId)).toMatchObject({ sent: "1", open_tracked: "0", click_tracked: "0" });
  });
});

describe("failed messages", () => {
  it("are queued again together, or those of one journey, and others stay", async () => {
    const person = await addPerson(api, { email: "ada@example.com" });
    const failed = { status: "failed", attempts: 12, error: "no", nextAttemptAt: null } as const;
    const [first, second] = [
      await queueMessage(api, person, "email", failed),
      await queueMessage(api, person, "sms", failed),
    ];
    const sent = await queueMessage(api, person, "email", { status: "sent", nextAttemptAt: null });
    const statuses = async () => {
      const rows = await api.database
        .sql`select id, status, attempts from deliveries where workspace_id = ${api.workspaceId}`;
      return Object.fromEntries(rows.map(({ id, status, attempts }) => [id, `${status} ${attempts}`]));
    };
    const one = await api.call("POST /api/deliveries/retry", { body: { journeyId: first.journeyId } });
    expect(one.body).toEqual({ data: { retried: 1, more: false } });
    expect(await statuses()).toEqual({ [first.id]: "queued 0", [second.id]: "failed 12", [sent.id]: "sent 0" });
    expect((await api.call("POST /api/deliveries/retry", { body: {} })).body).toEqual({
      data: { retried: 1, more: false },
    });
    expect((await statuses())[second.id]).toBe("queued 0");
    expect((await api.call("POST /api/deliveries/retry", { body: { status: "sent" } })).status).toBe(422);
  });
});

describe("a mail that somebody reports on", () => {
  it("carries our id as each provider hands it back, and comes back at an address of its own", async () => {
    const owner = openContext(api.workspaceId, { kind: "user", id: "u", role: "owner" });
    await putProvider(owner, "smtp", { settings: { bounceAddress: "bounces@acme.example" }, secrets: {} });
    await putProvider(owner, "postmark", { settings: {}, secrets: {} });
    const { row, mail } = await sendMail();
    expect(mail?.headers).toMatchObject({ "x-sojourn-delivery": row.id, "x-pm-metadata-sojourn": row.id });
    expect(mail?.envelopeFrom).toMatch(
      new RegExp(`^bounces\\+${row.id.replaceAll("-", "")}[0-9a-f]{10}@acme\\.example$`),
    );
  });
});
