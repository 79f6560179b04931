import { beforeAll, describe, expect, test } from "vitest";
import { createIngestDoor, type IngestDoor } from "#ingest-door";
import { createKey, issueToken } from "#services/accounts";
import type { Objects } from "./testing/access/objects.ts";
import { takeChanges, watchRows } from "./testing/access/row-changes.ts";
import { makeObjects } from "./testing/access/workspace-objects.ts";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { addMember } from "./testing/members.ts";

/** Who may send to the doors for events: all their routes, as they are when this runs. */

let api: ApiFixture;
let door: IngestDoor;
let theirs: Objects;
const keys: Record<string, string> = {};

beforeAll(async () => {
  api = await apiFixture();
  door = createIngestDoor({ database: api.database, publishableRateLimit: 100_000 });
  theirs = await makeObjects(await apiFixture(), "theirs", true);
  const { workspaceId } = api;
  const limited = { workspaceId, siteId: null, kind: "secret", name: "Limited" } as const;
  keys.reading = (await createKey(api.database.orm, { ...limited, scopes: ["read", "draft", "publish"] })).plain;
  keys.sending = (await createKey(api.database.orm, { ...limited, scopes: ["send"] })).plain;
  for (const role of ["viewer", "editor"] as const) {
    keys[role] = (await issueToken({ userId: await addMember(api, role), workspaceId })).token;
  }
  await watchRows(api.database);
});

/** Calls a route with the key where it can stand: as Bearer, or in the address where that is what the route reads. */
async function call(route: string, key: string | null, id = "0197a000-0000-7000-8000-00000000000f") {
  const [method = "", path = ""] = route.split(" ");
  const address = path.replace(":key", key ?? "none").replaceAll(/:\w+/g, id);
  const inAddress = path.includes(":key") || path === "/sourceConfig";
  const query = inAddress && key !== null ? `?writeKey=${key}` : "";
  const response = await door.fetch(
    new Request(`http://localhost${address}${query}`, {
      method,
      headers: { "content-type": "application/json", ...(key && !inAddress ? { authorization: `Bearer ${key}` } : {}) },
      ...(method === "GET" ? {} : { body: "{}" }),
    }),
    "198.51.100.7",
  );
  const text = await response.text();
  return { status: response.status, code: text === "" ? null : (JSON.parse(text).code as string | undefined) };
}

/**
 * The files of the SDK are for everybody, as a page loads them before it has a key. Reports of providers carry a signature
 * and an address of their own (`feedback.db.test.ts`).
 */
const OPEN = ["GET /*", "GET /sdk/:file", "GET /sdk/preview-frame", "POST /api/feedback/", "GET /m/"];
const isOpen = (route: string): boolean => OPEN.some((start) => route.startsWith(start));
const routes = createIngestDoor({ database: undefined as never }).routes.filter((route) => !isOpen(route));

test("the doors have routes", () => expect(routes).toContain("POST /api/track"));

describe.each(routes)("%s", (route) => {
  test("refuses whom it does not know, and stores nothing", async () => {
    await takeChanges(api.database);
    for (const key of [null, "pk_this_key_was_never_made_by_us", "sk_this_key_was_never_made_by_us", "eyJ.not.a-token"])
      expect([key, await call(route, key)]).toEqual([key, { status: 401, code: "unauthorized" }]);
    for (const name of ["viewer", "reading"])
      expect([name, await call(route, keys[name] ?? "")]).toEqual([name, { status: 403, code: "forbidden" }]);
    expect(await takeChanges(api.database)).toEqual([]);
  });

  test("takes publishable keys, secret keys, keys that may send, and editors", async () => {
    for (const key of [api.publishableKey, api.secretKey, keys.sending ?? "", keys.editor ?? ""])
      expect([401, 403]).not.toContain((await call(route, key)).status);
  });

  test("knows nothing of another workspace", async () => {
    if (!/:(?!key)\w+/.test(route)) return;
    for (const [kind, { id }] of Object.entries(theirs))
      expect([kind, (await call(route, api.publishableKey, id)).status]).toEqual([
        kind,
        (await call(route, api.publishableKey)).status,
      ]);
  });
});
