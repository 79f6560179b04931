import { beforeAll, expect, it } from "vitest";
import { type ApiFixture, apiFixture, type ServedApi, serveApi } from "#api/testing";
import { answerOf, Sojourn, type SojournLoss, SojournUnreachable } from "./index.ts";

let api: ApiFixture;
let served: ServedApi;
const lost: SojournLoss[] = [];
let client: Sojourn;

beforeAll(async () => {
  api = await apiFixture();
  served = await serveApi(api.database);
  client = open();
  return () => served.close();
});

const open = (secretKey = api.secretKey) =>
  new Sojourn({ url: `${served.url}/`, secretKey, flushOnExit: false, onError: (loss) => lost.push(loss) });

async function storedOf(userId: string) {
  const rows = await api.database.sql`
    select events.name, events.properties from events join identities using (workspace_id, person_id)
    where identities.value = ${userId} and workspace_id = ${api.workspaceId} order by events.timestamp, events.id`;
  return rows.map(({ name, properties }) => [name, properties]);
}

it("stores what an application tracks as app events, and what it knows of the person", async () => {
  client.identify("usr_456", { plan: "free", provider: "credentials" });
  client.track("usr_456", "completed_onboarding");
  client.track("usr_456", "app.upgraded_plan", { plan: "pro", interval: "annual" });
  client.track({ userId: "usr_456", event: "user.login", properties: { tier: "silver" } });
  client.page({ userId: "usr_456", properties: { url: "https://shop.example/pricing", path: "/pricing" } });
  await client.flush();
  expect(await storedOf("usr_456")).toEqual([
    ["user.created", { plan: "free", provider: "credentials" }],
    ["app.completed_onboarding", {}],
    ["app.upgraded_plan", { plan: "pro", interval: "annual" }],
    ["app.user.login", { tier: "silver" }],
    ["page.viewed", { url: "https://shop.example/pricing", path: "/pricing" }],
  ]);
});

it("sends reserved names through batch, as they are", async () => {
  client.batch([
    { type: "identify", userId: "usr_457" },
    { type: "track", userId: "usr_457", event: "user.login" },
  ]);
  await client.flush();
  expect((await storedOf("usr_457")).map(([name]) => name)).toEqual(["user.created", "user.login"]);
});

it("says that two ids are one person", async () => {
  client.track({ anonymousId: "visitor-9", event: "looked" });
  client.alias({ userId: "usr_458", previousId: "visitor-9" });
  client.track("usr_458", "bought");
  await client.flush();
  expect((await storedOf("usr_458")).map(([name]) => name)).toEqual(
    expect.arrayContaining(["app.looked", "app.bought"]),
  );
});

it("stores a message once, however often it is sent", async () => {
  const message = { userId: "usr_459", event: "paid", messageId: "payment-1" };
  client.track(message);
  await client.flush();
  client.track(message);
  await client.flush();
  expect((await storedOf("usr_459")).filter(([name]) => name === "app.paid")).toHaveLength(1);
});

it("reports what the server refuses, with the field", async () => {
  lost.length = 0;
  client.identify("usr_460", { note: "x".repeat(70_000) });
  client.track("usr_460", "seen");
  await client.flush();
  expect(lost).toMatchObject([{ reason: "refused", messages: [{ errors: [{ field: "batch.0.traits" }] }] }]);
  expect((await storedOf("usr_460")).map(([name]) => name)).toContain("app.seen");
});

it("calls the API with the types of its document", async () => {
  const { data } = answerOf(
    await client.api.POST("/api/journeys", { body: { name: "Typed", siteId: api.siteId, nodes: [], edges: [] } }),
  );
  const { data: found } = answerOf(
    await client.api.GET("/api/journeys/{id}", { params: { path: { id: data.shortId } } }),
  );
  expect(found).toMatchObject({ id: data.id, name: "Typed", status: "DRAFT" });
  const gone = await client.api.DELETE("/api/journeys/{id}", {
    params: { path: { id: data.id }, query: { permanent: "true" } },
  });
  expect(answerOf(gone)).toBeUndefined();
});

it("throws what the API says was wrong", async () => {
  const missing = client.api.GET("/api/journeys/{id}", { params: { path: { id: "jrn_none" } } });
  await expect(missing.then(answerOf)).rejects.toMatchObject({ status: 404, code: "not_found" });
  const bad = client.api.POST("/api/journeys", { body: { name: "", siteId: "x" } });
  const fields = [{ field: "name" }, { field: "siteId" }];
  await expect(bad.then(answerOf)).rejects.toMatchObject({ status: 422, errors: fields });
  const stranger = open("sk_unknown").api.GET("/api/me");
  await expect(stranger.then(answerOf)).rejects.toMatchObject({ status: 401, code: "unauthorized" });
});

it("says plainly that nobody answers at an address", async () => {
  const nobody = new Sojourn({ url: "http://127.0.0.1:9", secretKey: "sk_x", flushOnExit: false });
  await expect(nobody.api.GET("/api/me")).rejects.toThrow(SojournUnreachable);
  await expect(nobody.api.GET("/api/me")).rejects.toThrow("The server at http://127.0.0.1:9 cannot be reached");
});
