import { beforeAll, describe, expect, it } from "vitest";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

type Refused = { errors: { field: string; message: string }[] };

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const save = (settings: object) => api.call<Refused>("PATCH /api/workspace", { body: { settings } });
const preview = async (html: string) =>
  (await api.call<{ data: { html: string } }>("POST /api/content/preview", { body: { html } })).body.data.html;

describe("template variables of a workspace", () => {
  it("are shown by every message, beside the name of the product", async () => {
    expect(await preview("{{ appName }}")).toContain("Test");
    await save({ appName: "Acme", variables: { supportEmail: "help@acme.example", seats: 5, isOpen: true } });
    const html = await preview("{{ appName }} {{ supportEmail }} {{ seats | plus: 1 }} {% if isOpen %}open{% endif %}");
    expect(html).toContain("Acme help@acme.example 6 open");
    await save({ variables: { other: "x" } });
    expect(await preview("[{{ supportEmail }}] {{ other }} {{ appName }}")).toContain("[] x Acme");
  });

  it("are refused with every name and value that is wrong, and nothing changes", async () => {
    await save({ variables: { kept: "yes" } });
    const { status, body } = await save({
      appName: 5,
      variables: { "two words": "x", recipientName: "x", list: [1], long: "x".repeat(2_001), fine: "x" },
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ field }) => field).sort()).toEqual([
      "settings.appName",
      "settings.variables.list",
      "settings.variables.long",
      "settings.variables.recipientName",
      "settings.variables.two words",
    ]);
    expect(await preview("{{ kept }}")).toContain("yes");
  });
});
