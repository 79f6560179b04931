import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openChannels } from "#channels";
import { startWebServer, type WebServer } from "#channels/testing";
import { newId } from "#db";
import { schema } from "#store";
import { draw } from "../testing/draw.ts";
import { MINUTE, RuntimeHarness } from "../testing/runtime-harness.ts";
import { runOutbox } from "./index.ts";

let stage: RuntimeHarness;
let server: WebServer;
let statuses: number[];
const channels = openChannels({ defaultFrom: "Acme <hello@acme.example>", allowedNetworks: ["127.0.0.0/8"] });
const SECRET = "whsec_c2VjcmV0IG9mIHRoZSBzaG9w";

/** The server answers with the statuses in order, and repeats the last one. */
beforeEach(async () => {
  stage = await RuntimeHarness.open();
  server = await startWebServer((_, nth) => ({
    status: statuses[nth - 1] ?? statuses.at(-1) ?? 200,
    body: { score: 7 },
  }));
  statuses = [200];
  await stage.database.orm.insert(schema.content).values({
    id: newId(),
    workspaceId: stage.workspaceId,
    slug: "score",
    type: "webhook",
    name: "Score",
    body: { url: `${server.url}/score/{{ person.externalId }}`, body: { plan: "{{ plan }}", id: "{{ message.id }}" } },
  });
  await stage.database.sql`
    update workspaces set settings = jsonb_build_object('webhookSecret', ${SECRET}::text) where id = ${stage.workspaceId}`;
  await stage.publish(
    draw({
      nodes: [
        { name: "start", type: "TRIGGER", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in" } } },
        {
          name: "call",
          type: "CONTENT",
          contentId: "score",
          config: { contentType: "webhook", variables: { plan: "pro" } },
        },
        { name: "good", type: "EXIT" },
        { name: "bad", type: "EXIT" },
      ],
      edges: [
        { from: "start", to: "call" },
        { from: "call", to: "good", branch: "next" },
        { from: "call", to: "bad", branch: "failed" },
      ],
    }),
  );
  await stage.track("ada", "in");
  await stage.settle();
});
afterEach(() => server.close());

async function send(): Promise<number> {
  const met = await runOutbox({ database: stage.database, clock: stage.runtime.clock, channels });
  await stage.settle();
  return met;
}

async function endedAt(): Promise<string | null> {
  const [row] = await stage.database.sql<{ name: string }[]>`
    select node ->> 'name' as name from enrollments e join versions v on v.id = e.version_id,
      jsonb_array_elements(v.document -> 'nodes') node
    where node ->> 'id' = e.last_node_id::text and e.status = 'completed'`;
  return row?.name ?? null;
}

const delivery = async () => (await stage.database.sql`select * from deliveries`)[0];

describe("a webhook in a journey", () => {
  test("calls the endpoint signed, keeps the answer, and the person goes on by its outcome", async () => {
    await send();
    const [call] = server.calls;
    const row = await delivery();
    expect(call).toMatchObject({ method: "POST", path: "/score/ada" });
    expect(JSON.parse(call?.body ?? "")).toEqual({ plan: "pro", id: row?.idempotency_key });
    const signed = `${call?.headers["webhook-id"]}.${call?.headers["webhook-timestamp"]}.${call?.body}`;
    const key = Buffer.from(SECRET.slice(6), "base64");
    expect(call?.headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`);
    expect(row).toMatchObject({ status: "sent", response: { status: 200, body: { score: 7 } } });
    expect(JSON.stringify(row)).not.toContain(SECRET);
    expect(await endedAt()).toBe("good");
  });

  test("tries again after 503 with the same id and bytes, and the person waits meanwhile", async () => {
    statuses = [503, 503, 200];
    await send();
    expect(await delivery()).toMatchObject({ status: "queued", attempts: 1, error: "The endpoint answered 503." });
    expect(await endedAt()).toBe(null);
    for (let tries = 0; tries < 5 && (await endedAt()) === null; tries++) {
      await stage.pass(10 * MINUTE);
      await send();
    }
    expect(server.calls).toHaveLength(3);
    expect(new Set(server.calls.map((call) => call.headers["webhook-id"] + call.body)).size).toBe(1);
    expect(await endedAt()).toBe("good");
  });

  test("a 4xx is final: the person goes on as failed, with the answer in the signal", async () => {
    statuses = [422];
    await send();
    expect(await delivery()).toMatchObject({ status: "failed", attempts: 1, response: { status: 422 } });
    expect(await endedAt()).toBe("bad");
    expect(await send()).toBe(0);
    expect(server.calls).toHaveLength(1);
  });

  test("R44 a call that expired is not made, and the person goes on as failed", async () => {
    await stage.database.sql`update deliveries set expires_at = queued_at`;
    await send();
    expect(server.calls).toHaveLength(0);
    expect(await delivery()).toMatchObject({ status: "skipped", attempts: 0, error: "It was too late to send it." });
    expect(await endedAt()).toBe("bad");
  });
});
