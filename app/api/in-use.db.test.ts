import { expect, test } from "vitest";
import { apiFixture } from "./testing/api-fixture.ts";
import { exit } from "./testing/steps.ts";
import { onEvent } from "./testing/walk.ts";

test("S2: content that only a draft shows is not deleted, unless the journey is archived", async () => {
  const api = await apiFixture();
  await api.call("POST /api/content", {
    body: { type: "email", slug: "hello", name: "Hello", subject: "Hi", html: "<p>Hi</p>" },
  });
  const drawn = {
    name: "Drawn",
    siteId: api.siteId,
    nodes: [onEvent("x"), { type: "CONTENT", contentId: "hello", config: { contentType: "email" } }, exit],
    edges: [],
  };
  const { body } = await api.call<{ data: { id: string } }>("POST /api/journeys", { body: drawn });
  const refused = await api.call("DELETE /api/content/hello");
  expect([refused.status, refused.body.detail]).toEqual([409, "This content is used by Drawn."]);
  await api.call(`DELETE /api/journeys/${body.data.id}`);
  expect((await api.call("DELETE /api/content/hello")).status).toBe(204);
});
