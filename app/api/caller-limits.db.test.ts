import { beforeAll, describe, expect, it } from "vitest";
import { createKey } from "#services/accounts";
import { GET as health } from "./health/route.ts";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { signSessionFor } from "./testing/members.ts";
import { drawn, onEvent, type Walked } from "./testing/walk.ts";

/** Runs until it is ended, using only processor time. */
const LOOPS = `{% assign list = "${"x,".repeat(1_000)}" | split: "," %}${"{% for x in list %}".repeat(3)}${"{% endfor %}".repeat(3)}`;

/** The same in the length of a subject. */
const SHORT_LOOPS = `{% assign list = "${"x,".repeat(300)}" | split: "," %}${"{% for x in list %}".repeat(4)}${"{% endfor %}".repeat(4)}`;

let api: ApiFixture;
let journey: Walked;
beforeAll(async () => {
  api = await apiFixture();
  journey = await drawn(api, [onEvent("in"), { type: "EXIT" }]);
});

const keyOfAnother = async (): Promise<string> => {
  const { workspaceId, database } = api;
  return (await createKey(database.orm, { workspaceId, siteId: null, kind: "secret", name: "Another" })).plain;
};

describe("who may have work done", () => {
  it("T1: previews, trials and draft checks need the role editor", async () => {
    const cookie = await signSessionFor(api, "viewer");
    for (const [address, body] of [
      ["POST /api/content/preview", { subject: "Hello" }],
      [`POST /api/journeys/${journey.id}/test`, {}],
      [`POST /api/journeys/${journey.id}/forecast`, {}],
      [`POST /api/journeys/${journey.id}/backtest`, { days: 1, people: 1 }],
      [`POST /api/journeys/${journey.id}/validate`, {}],
    ] as const) {
      const [method = "", path = ""] = address.split(" ");
      const refused = await send(method, path, { headers: { cookie }, body });
      expect([address, refused.status]).toEqual([address, 403]);
      const taken = await send(method, path, { key: api.secretKey, body });
      expect([address, taken.status]).toEqual([address, 200]);
    }
  });

  it("T1: a template has 100 KB at most", async () => {
    const large = "x".repeat(100 * 1024 + 1);
    const wide = "ä".repeat(60 * 1024);
    for (const body of [{ html: large }, { text: large }, { html: wide }]) {
      const preview = await api.call("POST /api/content/preview", { body });
      expect([preview.status, preview.body.errors?.[0]?.field]).toEqual([422, Object.keys(body)[0]]);
      const created = await api.call("POST /api/content", { body: { name: "Large", type: "email", ...body } });
      expect([created.status, created.body.errors?.[0]?.field]).toEqual([422, Object.keys(body)[0]]);
    }
    const hook = { name: "Large", type: "webhook", body: { url: large } };
    expect((await api.call("POST /api/content", { body: hook })).status).toBe(422);
  });
});

describe("work that takes too long", () => {
  it("T1: is ended, and the answer names the part of the message", async () => {
    const filters = "{{ 'x' | split: '' ".concat("| push: 'y'".repeat(3), " | join: '' }}");
    const fine = await api.call("POST /api/content/preview", { body: { subject: filters } });
    expect(fine.body).toMatchObject({ data: { subject: "xyyy", errors: [] } });
    for (const field of ["subject", "html", "text"]) {
      const slow = await api.call("POST /api/content/preview", {
        body: { [field]: field === "subject" ? SHORT_LOOPS : LOOPS },
      });
      expect(slow.status).toBe(422);
      expect(slow.body.errors).toMatchObject([{ field, message: "The template took longer than 2 s to render" }]);
    }
  });

  it("T1: eight heavy previews at once do not hold up what others ask", async () => {
    const order: string[] = [];
    const keys = await Promise.all([0, 1, 2, 3].map(keyOfAnother));
    const previews = keys.flatMap((key) =>
      [0, 1].map(async () => {
        const answer = await send("POST", "/api/content/preview", { key, body: { html: LOOPS } });
        order.push(`preview ${answer.status}`);
      }),
    );
    // Asked again and again, as a monitor of the process does.
    let asked = 0;
    const watching = (async () => {
      while (!order.some((entry) => entry.startsWith("preview"))) {
        await send("GET", "/api/me", { key: api.secretKey });
        expect(health().status).toBe(200);
        asked++;
        if (asked === 3) order.push("health");
      }
    })();
    await Promise.all([watching, ...previews]);
    expect(order[0]).toBe("health");
    expect(order).toHaveLength(9);
  });

  it("T1: a caller has two trials at once, and is told when to come again", async () => {
    const key = await keyOfAnother();
    const preview = () => send("POST", "/api/content/preview", { key, body: { html: LOOPS } });
    const answers = await Promise.all([preview(), preview(), preview(), preview()]);
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused).toHaveLength(2);
    expect(refused.map((answer) => answer.headers.get("retry-after"))).toEqual(["1", "1"]);
    expect((await send("POST", "/api/content/preview", { key, body: { html: "hello" } })).status).toBe(200);
  });
});

describe("live streams", () => {
  it("T19: one caller has ten at once; one that is closed makes room", async () => {
    const key = await keyOfAnother();
    const open = (with_ = key) => send("GET", `/api/journeys/${journey.id}/live`, { key: with_ });
    const streams = await Promise.all(Array.from({ length: 10 }, () => open()));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
    const refused = await open();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    const other = await open(api.secretKey);
    expect(other.status).toBe(200);
    await streams[0]?.body?.cancel();
    const again = await open();
    expect(again.status).toBe(200);
    await Promise.all([...streams.slice(1), other, again].map(({ body }) => body?.cancel()));
  });
});
