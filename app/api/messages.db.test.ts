import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openChannels } from "#channels";
import { type MailServer, startMailServer } from "#channels/testing";
import { runOutbox } from "#runtime";
import { type ApiFixture, apiFixture } from "./testing/index.ts";
import { addPerson } from "./testing/queue-message.ts";

let api: ApiFixture;
let server: MailServer;
let channels: ReturnType<typeof openChannels>;

beforeAll(async () => {
  server = await startMailServer({ refuse: (to) => (to.startsWith("gone") ? 550 : null) });
  channels = openChannels({ smtpUrl: server.url, defaultFrom: "Acme <hello@acme.example>" });
});
beforeEach(async () => {
  api = await apiFixture();
});
afterAll(async () => {
  await channels.close();
  await server.close();
});

type Sent = { data: { id: string; journeyId: string | null; status: string } };
const send = () => runOutbox({ database: api.database, clock: { kind: "database" }, channels });

async function receipt(changes: object = {}): Promise<string> {
  const body = { type: "email", name: "Receipt", subject: "Order {{ number }}", html: "<p>Hi {{ recipientName }}</p>" };
  const made = await api.call<{ data: { id: string } }>("POST /api/content", {
    body: { ...body, transactional: true, ...changes },
  });
  expect(made.status).toBe(201);
  return made.body.data.id;
}

describe("one message", () => {
  it("is sent without a journey, with its own variables, and shown with the person", async () => {
    const content = await receipt();
    const person = await addPerson(api, { name: "Ada", email: "ada-receipt@example.com" });
    const body = { to: { personId: person }, content, variables: { number: 77 } };
    const made = await api.call<Sent>("POST /api/messages", { body });
    expect([made.status, made.body.data]).toMatchObject([201, { journeyId: null, status: "queued" }]);
    await send();
    expect(server.mails.filter(({ to }) => to === "ada-receipt@example.com")).toMatchObject([{ subject: "Order 77" }]);
    const own = await api.call<{ data: object[] }>(`GET /api/people/${person}/deliveries`);
    expect(own.body.data).toMatchObject([{ id: made.body.data.id, status: "sent", journeyId: null }]);
    expect(
      await api.database.sql`select * from delivery_counts where journey_id not in (select id from journeys)`,
    ).toEqual([]);
  });

  it("that fails tells no enrollment of it", async () => {
    const content = await receipt();
    const person = await addPerson(api, { email: "gone@example.com" });
    const made = await api.call<Sent>("POST /api/messages", { body: { to: { personId: person }, content } });
    await send();
    expect((await api.call<Sent>(`GET /api/deliveries/${made.body.data.id}`)).body.data.status).toBe("failed");
    expect(await api.database.sql`select * from inbox where person_id = ${person}`).toEqual([]);
  });

  it("is refused with all that is wrong, and only transactional content may be sent so", async () => {
    const marketing = await receipt({ transactional: false, name: "News" });
    const body = { to: { userId: "nobody" }, content: marketing };
    const refused = await api.call("POST /api/messages", { body });
    expect(refused.status).toBe(422);
    expect(refused.body.errors?.map(({ field }) => field)).toEqual(["to", "content"]);
    const unknown = await api.call("POST /api/messages", { body: { to: { userId: "nobody" }, content: "nothing" } });
    expect(unknown.body.errors?.map(({ field }) => field)).toEqual(["content", "to"]);
    expect(await api.database.sql`select * from deliveries where workspace_id = ${api.workspaceId}`).toEqual([]);
  });

  it("is sent once under one Idempotency-Key", async () => {
    const content = await receipt();
    const person = await addPerson(api, { email: "once@example.com" });
    const call = () =>
      api.call<Sent>("POST /api/messages", {
        body: { to: { personId: person }, content },
        headers: { "idempotency-key": "order-77" },
      });
    expect((await call()).body.data.id).toBe((await call()).body.data.id);
    await send();
    expect(server.mails.filter(({ to }) => to === "once@example.com")).toHaveLength(1);
  });
});
