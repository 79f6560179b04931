import { beforeAll, describe, expect, test } from "vitest";
import { newDocuments } from "#inpage";
import type { JourneyDetail } from "#services/journeys";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, track } from "./testing/walk.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const start = { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL", triggerConfig: {} } };
const end = { type: "EXIT", name: "end" };
const later = (name: string, duration: string) => ({ type: "WAIT", name, config: { duration } });
const chain = (count: number) =>
  Array.from({ length: count - 1 }, (_, at) => ({ sourceNodeId: at, targetNodeId: at + 1 }));
const publish = (id: string) => api.call(`POST /api/journeys/${id}/publish`);

type Answered = { warnings: { code: string; severity: string; message: string }[] };
const create = async (name: string, nodes: unknown[]) =>
  (
    await api.call<{ data: JourneyDetail } & Answered>("POST /api/journeys", {
      body: { name, siteId: api.siteId, nodes, edges: chain(nodes.length) },
    })
  ).body;

const tooltip = newDocuments.tooltip();

describe("S12: what can reach nobody", () => {
  const sends = async (type: string, fields: Record<string, unknown>, config: Record<string, unknown> = {}) => {
    const item = await api.call<{ data: { id: string } }>("POST /api/content", {
      body: { name: type, type, ...fields },
    });
    const node = {
      type: "CONTENT",
      name: "send",
      contentId: item.body.data.id,
      config: { contentType: type, ...config },
    };
    const { warnings } = await create(`Sends ${type}`, [start, node, end]);
    return warnings.filter(({ code }) => code !== "unknown_event").map(({ code, severity }) => [code, severity]);
  };

  test.each<[string, Promise<unknown[]> | string, Record<string, unknown>, Record<string, unknown>, unknown[]]>([
    ["an empty mail", "email", {}, {}, [["empty_content", "error"]]],
    ["a mail with nothing but a subject", "email", { subject: "Hi" }, {}, [["empty_content", "warning"]]],
    ["an empty SMS", "sms", { text: "  " }, {}, [["empty_content", "error"]]],
    ["a push message with a text", "push", { text: "Hi" }, {}, []],
    ["a webhook without an address", "webhook", { body: {} }, {}, [["bad_url", "error"]]],
    ["an address that is none", "webhook", { body: { url: "example.com/hook" } }, {}, [["bad_url", "error"]]],
    [
      "an address whose Liquid is broken",
      "webhook",
      { body: { url: "https://example.com/{{ x" } },
      {},
      [["bad_url", "error"]],
    ],
    ["an address in Liquid", "webhook", { body: { url: "{{ person.traits.hook }}" } }, {}, []],
    [
      "every part of a webhook that is broken",
      "webhook",
      { body: { url: "https://example.com/{{ x }}", headers: { a: "{{ y" }, body: { b: ["{% if %}"] } } },
      {},
      [
        ["bad_template", "error"],
        ["bad_template", "error"],
      ],
    ],
    [
      "a sender that is none",
      "email",
      { html: "Hi" },
      { fromIdentityEmail: "not an address" },
      [["bad_sender", "error"]],
    ],
    [
      "a sender with a name that is no identity yet",
      "email",
      { html: "Hi" },
      { fromIdentityEmail: "Shop <shop@example.com>" },
      [["unknown_identity", "warning"]],
    ],
    ["a step in a page while no page loads the SDK", "tooltip", { body: tooltip }, {}, [["no_sdk", "warning"]]],
    [
      "content of a page that is not written yet",
      "tooltip",
      {},
      {},
      [
        ["bad_document", "warning"],
        ["no_sdk", "warning"],
      ],
    ],
  ])("%s", async (_, type, fields, config, problems) => {
    const told = await sends(String(type), fields, config);
    expect(told.filter(([code]) => code !== "branch_unhandled")).toEqual(problems);
  });

  test("a publishable key that a page has used is enough", async () => {
    await api.database.sql`update api_keys set last_used_at = now() where public_value = ${api.publishableKey}`;
    expect(await sends("banner", { body: newDocuments.banner() })).toEqual([]);
  });
});

test("S14: a loop across journeys is told when the one that closes it is saved", async () => {
  const sets = (eventName: string) => ({
    type: "ACTION",
    name: `sets off ${eventName}`,
    config: { operations: [{ type: "emit_event", eventName }] },
  });
  const first = await create("First of a ring", [onEvent("ring 1"), sets("ring 2"), end]);
  expect(first.warnings.map(({ code }) => code)).not.toContain("journey_loop");
  await publish(first.data.id);
  const second = await create("Second of a ring", [onEvent("ring 2"), later("a", "2h"), sets("ring 1"), end]);
  expect(second.warnings.find(({ code }) => code === "journey_loop")).toMatchObject({
    severity: "warning",
    message: expect.stringContaining("“Second of a ring” → “First of a ring” → “Second of a ring”"),
  });
  expect((await publish(second.data.id)).status).toBe(200);
});

test("S14: enrolling into a draft that was never published leaves a near miss", async () => {
  const target = await create("Never published", [start, end]);
  const enrolls = {
    type: "ACTION",
    name: "sends on",
    config: { operations: [{ type: "enroll", journey: target.data.id }] },
  };
  await published(api, [onEvent("to a draft"), enrolls, { type: "EXIT", name: "end" }]);
  await track(api, "to a draft", ["to a draft 1"]);
  const misses = await api.call<{ data: { reasons?: { reason: string; count: number }[] } }>(
    `GET /api/journeys/${target.data.id}/near-misses`,
  );
  expect(JSON.stringify(misses.body.data)).toContain("not_published");
});
