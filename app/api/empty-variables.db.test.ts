import { beforeEach, describe, expect, test } from "vitest";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

type Content = { data: { id: string; onEmpty: string; revision: number } };
type Preview = { data: { html: string; empty: string[]; notFinite: string[] } };

describe("S29: content", () => {
  test("S29: says the result of a message with an empty variable, and sends it unless told otherwise", async () => {
    const mail = { type: "email", name: "Hi", html: "{{ traits.city }}" };
    const made = await api.call<Content>("POST /api/content", { body: mail });
    expect(made.body.data.onEmpty).toBe("send");
    const strict = await api.call<Content>("POST /api/content", { body: { ...mail, onEmpty: "fail" } });
    expect(strict.body.data.onEmpty).toBe("fail");
    const { id } = made.body.data;
    const changed = await api.call<Content>(`PATCH /api/content/${id}`, { body: { onEmpty: "skip" } });
    expect(changed.body.data).toMatchObject({ onEmpty: "skip", revision: 2 });
    await api.call(`PATCH /api/content/${id}`, { body: { name: "Hello" } });
    const { sql } = api.database;
    const kept = await sql`select revision, on_empty from content_revisions where content_id = ${id} order by revision`;
    expect(kept).toEqual([
      { revision: 1, on_empty: "send" },
      { revision: 2, on_empty: "skip" },
    ]);
  });

  test("S29: another word is refused by name", async () => {
    const { status, body } = await api.call<{ errors: { path?: string[] }[] }>("POST /api/content", {
      body: { type: "email", name: "Hi", onEmpty: "drop" },
    });
    expect(status).toBe(422);
    expect(JSON.stringify(body.errors)).toContain("onEmpty");
  });

  test("S29: a preview names the variables that were empty and what came to no number", async () => {
    const html = "{{ traits.firstName }}{{ nonsense.foo }}{{ 1 | divided_by: 0 }}";
    const { body } = await api.call<Preview>("POST /api/content/preview", { body: { html } });
    expect(body.data).toMatchObject({ html: "Ada", empty: ["nonsense.foo"], notFinite: ["1 | divided_by: 0"] });
  });
});
