import { beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import type { SavedView } from "#services/saved-views";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { signSessionFor } from "./testing/members.ts";

type View = z.infer<typeof SavedView>;
type Role = "owner" | "editor" | "viewer";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const as = async (role: Role) => ({ key: "", headers: { cookie: await signSessionFor(api, role) } });
const save = async (role: Role, view: Partial<View>) =>
  api.call<{ data: View }>("POST /api/saved-views", {
    ...(await as(role)),
    body: { name: "Failures", path: "/deliveries", query: "status=failed", ...view },
  });
const namesOf = async (role: Role, path = "/deliveries") =>
  (await api.call<{ data: View[] }>(`GET /api/saved-views?path=${path}`, await as(role))).body.data.map(
    ({ name, isShared, mayDelete }) => `${name}${isShared ? " shared" : ""}${mayDelete ? " mine" : ""}`,
  );

test("members keep views of a page to themselves, and editors share some with everyone", async () => {
  expect((await save("viewer", { name: "Mine" })).status).toBe(201);
  const shared = await save("editor", { name: "Ours", isShared: true });
  await save("editor", { name: "Elsewhere", path: "/overview" });
  expect(await namesOf("viewer")).toEqual(["Mine mine", "Ours shared"]);
  expect(await namesOf("editor")).toEqual(["Ours shared mine"]);
  expect(await namesOf("owner")).toEqual(["Ours shared mine"]);
  const remove = async (role: Role) => api.call(`DELETE /api/saved-views/${shared.body.data.id}`, await as(role));
  expect((await remove("viewer")).status).toBe(403);
  expect((await remove("owner")).status).toBe(204);
  expect(await namesOf("viewer")).toEqual(["Mine mine"]);
});

test("what a view may not be is refused by the field's name", async () => {
  const refused = async (role: Role, view: Partial<View>) => {
    const { status, body } = await save(role, view);
    return [status, ...(body.errors ?? []).map(({ field }) => field)];
  };
  await save("editor", { name: "Taken", isShared: true });
  expect(await refused("viewer", { name: "taken" })).toEqual([422, "name"]);
  expect((await refused("viewer", { name: " ", path: "https://evil.example" })).slice(1)).toEqual(["name", "path"]);
  expect((await refused("viewer", { name: "For all", isShared: true }))[0]).toBe(403);
  const { status, body } = await api.call("POST /api/saved-views", {
    body: { name: "Of a key", path: "/deliveries", query: "" },
  });
  expect([status, body.errors?.[0]?.field]).toEqual([422, "isShared"]);
});

test("only owners say who is told of alerts, and every wrong address is named at once", async () => {
  const patch = async (role: Role, notifications: unknown) =>
    api.call("PATCH /api/workspace", { ...(await as(role)), body: { settings: { notifications } } });
  const report = { weekday: 1, hour: 8, emails: ["ada@acme.example"] };
  const alerts = { emails: ["ada@acme.example"], webhookUrl: "https://hooks.acme.example/sojourn", muted: ["stalled"] };
  expect((await patch("editor", { alerts, report })).status).toBe(403);
  expect((await patch("owner", { alerts, report })).status).toBe(200);
  const wrong = await patch("owner", {
    alerts: { emails: ["ada"], webhookUrl: "ftp://x", muted: ["nothing"] },
    report: { weekday: 8, hour: 24, emails: [] },
  });
  expect([wrong.status, ...(wrong.body.errors ?? []).map(({ field }) => field)]).toEqual([
    wrong.status,
    "settings.notifications.alerts.emails.0",
    "settings.notifications.alerts.webhookUrl",
    "settings.notifications.alerts.muted.0",
    "settings.notifications.report.weekday",
    "settings.notifications.report.hour",
    "settings.notifications.report.emails",
  ]);
  expect((await api.call<{ data: unknown[] }>("GET /api/notices", await as("editor"))).body.data).toEqual([]);
  expect((await api.call("GET /api/notices", await as("viewer"))).status).toBe(403);
});
