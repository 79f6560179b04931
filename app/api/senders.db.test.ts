import { beforeEach, expect, test } from "vitest";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { drawn } from "./testing/walk.ts";

type Refused = { errors: { code: string; field: string; message: string }[] };

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

const settingsOf = async () =>
  (await api.call<{ data: { settings: Record<string, unknown> } }>("GET /api/workspace")).body.data.settings;

test.each([
  "Acme",
  "not an address",
  "Team: Acme <a@b.example>",
  "a@b.example, c@d.example",
  "a@b.example\r\nBcc: x@y.example",
  7,
])(
  "L9: %j is refused as the sender of a workspace, with everything else that is wrong, and nothing is kept",
  async (defaultFrom) => {
    const body = { name: "", settings: { appName: "Shop", defaultFrom } };
    const answer = await api.call<Refused>("PATCH /api/workspace", { body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ field }) => field).sort()).toEqual(["name", "settings.defaultFrom"]);
    expect(await settingsOf()).toEqual({});
  },
);

test("L9: a sender that can be read is kept as written, and can be taken away", async () => {
  for (const defaultFrom of ['"Acme; Inc." <hello@acme.example>', "post@bücher.example", null, ""]) {
    const answer = await api.call("PATCH /api/workspace", { body: { settings: { defaultFrom } } });
    expect(answer.status).toBe(200);
    expect(await settingsOf()).toMatchObject({ defaultFrom });
  }
});

test("S12: a step whose sender is none is saved with a finding and not published", async () => {
  const content = { slug: "mail", name: "Mail", type: "email", subject: "Hi", html: "<p>Hi</p>" };
  expect((await api.call("POST /api/content", { body: content })).status).toBe(201);
  const journey = await drawn(api, [
    { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL" } },
    { type: "CONTENT", name: "mail", contentId: "mail", config: { contentType: "email", fromIdentityEmail: "Acme" } },
    { type: "EXIT", name: "end", config: {} },
  ]);
  const answer = await api.call<Refused>(`POST /api/journeys/${journey.id}/publish`);
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toMatchObject([
    { code: "bad_sender", message: expect.stringContaining("“Acme” is not an email address") },
  ]);
});
