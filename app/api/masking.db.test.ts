import { expect, test } from "vitest";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { signSessionFor } from "./testing/members.ts";
import { queueMessage } from "./testing/queue-message.ts";
import { onEvent, published, settle, track } from "./testing/walk.ts";

type Role = "viewer" | "editor" | "owner";

const EMAIL = "ada.lovelace@example.org";
const EXIT = { type: "EXIT", name: "end", config: {} };
const check = {
  type: "CONDITION",
  name: "check",
  config: { rules: { all: [{ field: "traits.email", op: "contains", value: "ada" }] } },
};

const as = async (api: ApiFixture, role: Role) => {
  const cookie = await signSessionFor(api, role);
  const headers = { cookie, origin: "http://localhost" };
  return {
    text: async (path: string) => {
      const answer = await send("GET", path, { headers });
      return { status: answer.status, text: await answer.text() };
    },
    call: <Body>(request: string, body?: unknown) =>
      api.call<Body>(request, { key: "", headers, ...(body ? { body } : {}) }),
  };
};

test("masked traits are seen by no route of a viewer, and by all of an editor", async () => {
  const api = await apiFixture();
  const [owner, editor, viewer] = [await as(api, "owner"), await as(api, "editor"), await as(api, "viewer")];
  const journey = await published(api, [onEvent("in"), check, EXIT]);
  const traits = { email: EMAIL, name: "Ada L.", plan: "pro" };
  await api.call("POST /api/people", { body: { externalId: "ada", traits } });
  await settle(api);
  const [personId = ""] = await track(api, "in", ["ada"], { properties: { email: EMAIL } });
  await settle(api);
  const message = await queueMessage(api, personId, "email", {
    ...{
      status: "sent",
      recipient: EMAIL,
      subject: `Dear ${EMAIL}`,
      rendered: { html: `<p>${EMAIL}</p>`, text: EMAIL },
    },
    sentAt: new Date(),
  });
  const wrong = await owner.call<object>("PATCH /api/workspace", {
    settings: { masking: { traits: [""], upTo: "all" } },
  });
  expect(wrong.body.errors?.map(({ field }) => field).sort()).toEqual([
    "settings.masking.traits.0",
    "settings.masking.upTo",
  ]);
  const masking = { traits: ["email"], upTo: "viewer" };
  expect((await editor.call("PATCH /api/workspace", { settings: { masking } })).status).toBe(403);
  const paths = [
    "/api/people",
    "/api/people/ada",
    `/api/people/${personId}/events`,
    "/api/people/ada/deliveries",
    "/api/people/ada/enrollments",
    "/api/events",
    "/api/deliveries",
    `/api/deliveries/${message.id}`,
    `/api/journeys/${journey.id}/enrollments`,
    `/api/journeys/${journey.id}/explain?personId=${personId}`,
  ];
  const telling: string[] = [];
  for (const path of paths) if ((await viewer.text(path)).text.includes(EMAIL)) telling.push(path);
  // The list is worth something only if most of these routes tell the address without masking.
  expect(telling.length).toBeGreaterThan(6);
  expect((await owner.call("PATCH /api/workspace", { settings: { masking } })).status).toBe(200);
  for (const path of paths) {
    const seen = await viewer.text(path);
    expect([path, seen.status, seen.text.includes(EMAIL)]).toEqual([path, 200, false]);
  }
  expect((await viewer.text("/api/people/ada")).text).toContain('"email":"•••"');
  expect((await viewer.text("/api/people/ada")).text).toContain("Ada L.");
  const found = async (search: string) =>
    (await viewer.call<{ data: unknown[] }>(`GET /api/people?search=${search}`)).body.data.length;
  expect([await found("ada.lovelace"), await found("ada")]).toEqual([0, 1]);
  expect((await editor.text("/api/people/ada")).text).toContain(EMAIL);
  expect((await owner.text(`/api/deliveries/${message.id}`)).text).toContain(EMAIL);
});

test("masked up to editors, keys and files tell nothing, and nobody overwrites what they do not see", async () => {
  const api = await apiFixture();
  const [owner, editor] = [await as(api, "owner"), await as(api, "editor")];
  await api.call("POST /api/people", { body: { externalId: "ada", traits: { email: EMAIL } } });
  await settle(api);
  const [personId = ""] = await track(api, "in", ["ada"]);
  await owner.call("PATCH /api/workspace", { settings: { masking: { traits: ["email"], upTo: "editor" } } });
  expect((await editor.text(`/api/people/${personId}`)).text).not.toContain(EMAIL);
  expect((await editor.text(`/api/people/${personId}/export`)).status).toBe(403);
  expect(JSON.stringify((await api.call("GET /api/people")).body)).not.toContain(EMAIL);
  const patched = await editor.call<object>("PATCH /api/people/ada", { traits: { email: "•••", plan: "pro" } });
  expect([patched.status, patched.body.errors?.[0]?.field]).toEqual([422, "traits.email"]);
  expect((await owner.text(`/api/people/${personId}`)).text).toContain(EMAIL);
  const preview = await editor.call("POST /api/rules/preview", {
    rules: { all: [{ field: "traits.email", op: "contains", value: "ada" }] },
  });
  expect(JSON.stringify(preview.body)).not.toContain(EMAIL);
});

test("a live stream tells no masked value either", async () => {
  const api = await apiFixture();
  const [owner, viewer] = [await as(api, "owner"), await signSessionFor(api, "viewer")];
  const journey = await published(api, [onEvent("in"), check, EXIT]);
  await owner.call("PATCH /api/workspace", { settings: { masking: { traits: ["email"] } } });
  const abort = new AbortController();
  const headers = { cookie: viewer, origin: "http://localhost" };
  const answer = await send("GET", `/api/journeys/${journey.id}/live`, { headers }, abort.signal);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const readUntil = async (part: string) => {
    while (!text.includes(part)) {
      const { value, done } = (await reader?.read()) ?? { value: "", done: true };
      if (done) break;
      text += value;
    }
  };
  await readUntil("event: stats");
  await api.call("POST /api/people", { body: { externalId: "ada", traits: { email: EMAIL } } });
  await settle(api);
  await track(api, "in", ["ada"]);
  await settle(api);
  await readUntil("event: hop");
  abort.abort();
  expect(text).toContain("event: hop");
  expect(text).not.toContain(EMAIL);
});
