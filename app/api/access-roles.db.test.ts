import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { ROUTE_SCOPES, type RouteInfo, registeredRoutes } from "#http";
import { type Role, SCOPES, type Scope } from "#services";
import { createKey, issueToken } from "#services/accounts";
import { accessPage, type Cell } from "./testing/access/access-page.ts";
import type { Objects } from "./testing/access/objects.ts";
import { ask, makeRequest, nameOf, placesOf } from "./testing/access/requests.ts";
import { takeChanges, watchRows } from "./testing/access/row-changes.ts";
import { makeObjects } from "./testing/access/workspace-objects.ts";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { addMember, signSessionFor } from "./testing/members.ts";

/**
 * Who may call what: each route is called by everybody, and what they get is the table of `docs/access.md`. A route
 * whose role changes, or that says none, changes the table, and so fails here until the page says it too.
 */

const ROLES = ["viewer", "editor", "owner"] as const;
type CallerName = "nobody" | Role | "publishable" | "secret" | "outsider";

let api: ApiFixture;
let theirs: Objects;
const keys = new Map<CallerName, string | null>();

beforeAll(async () => {
  api = await apiFixture();
  const other = await apiFixture();
  theirs = await makeObjects(other, "theirs", true);
  const tokenOf = async (userId: string) => (await issueToken({ userId, workspaceId: api.workspaceId })).token;
  keys.set("nobody", null);
  for (const role of ROLES) keys.set(role, await tokenOf(await addMember(api, role)));
  keys.set("secret", api.secretKey);
  keys.set("publishable", api.publishableKey);
  // A member of the other workspace alone, with a token that names this one.
  keys.set("outsider", await tokenOf(await addMember(other, "owner")));
  await watchRows(api.database);
});

const routes = registeredRoutes();
const closed = routes.filter(({ role }) => role !== "public");

/** What the declared role promises; what a service refuses besides is listed below. */
function promised({ role }: RouteInfo, caller: CallerName): Cell {
  if (role === "public") return "yes";
  if (caller === "nobody") return 401;
  if (caller === "publishable" || caller === "outsider") return 403;
  const rank = caller === "secret" ? "editor" : caller;
  return ROLES.indexOf(rank) >= ROLES.indexOf(role) ? "yes" : 403;
}

/** Keys have no session and are no member; plans are decided by people. */
const REFUSED_INSIDE: Readonly<Record<string, readonly CallerName[]>> = {
  "PUT /api/me/workspace": ["secret"],
  "POST /api/me/dismissed": ["secret"],
  // Without `isPersonal`.
  "POST /api/keys": ["viewer", "editor", "secret"],
  "DELETE /api/keys/[id]": ["secret"],
  "POST /api/journeys/[id]/promote": ["secret"],
};

const table = new Map<string, Record<string, Cell>>();

async function cellOf(route: RouteInfo, caller: CallerName): Promise<Cell> {
  const { status, text } = await ask(route, makeRequest(route, {}, null), keys.get(caller) ?? null);
  if (status !== 401 && status !== 403) return "yes";
  expect(JSON.parse(text)).toMatchObject({ status, code: status === 401 ? "unauthorized" : "forbidden", errors: [] });
  return status;
}

describe("who may call", () => {
  test.each(closed.map((route) => [nameOf(route), route] as const))("%s", async (name, route) => {
    const cells: Record<string, Cell> = {};
    const expected = Object.fromEntries(
      [...keys.keys()].map((caller) => [
        caller,
        REFUSED_INSIDE[name]?.includes(caller) ? 403 : promised(route, caller),
      ]),
    );
    const refused = [...keys.keys()].filter((caller) => expected[caller] !== "yes");
    await takeChanges(api.database);
    for (const caller of refused) cells[caller] = await cellOf(route, caller);
    expect(await takeChanges(api.database)).toEqual([]);
    for (const caller of keys.keys()) cells[caller] ??= await cellOf(route, caller);
    expect(cells).toEqual(expected);
    table.set(name, cells);
  });

  test("a key that nobody made, and a token that is none", async () => {
    for (const route of closed)
      for (const key of ["sk_this_key_was_never_made_by_us", "pk_this_key_was_never_made_by_us", "eyJ.not.a-token"])
        expect([nameOf(route), (await ask(route, makeRequest(route, {}, null), key)).status]).toEqual([
          nameOf(route),
          401,
        ]);
  });

  test("an object of another workspace does not exist for an owner", async () => {
    const strange: [string, number][] = [];
    for (const route of closed) {
      const place = placesOf(route).find(({ part }) => part === "path");
      if (!place) continue;
      const names = theirs[place.kind];
      const value = (place.spelling === "number" ? names?.number : names?.id) ?? "0197a000-0000-7000-8000-00000000000f";
      const { status } = await ask(route, makeRequest(route, {}, { place, value }), keys.get("owner") ?? null);
      if (status < 400 && route.method !== "PUT") strange.push([nameOf(route), status]);
    }
    expect(strange).toEqual([]);
  });

  test("what a key with scopes needs is said of routes that exist", () => {
    const names = new Set(routes.map(nameOf));
    expect(Object.keys(ROUTE_SCOPES).filter((name) => !names.has(name))).toEqual([]);
  });

  test("docs/access.md has all of it: `npm run access:table` writes it again", async () => {
    const rows = routes.map((route) => {
      const cells = table.get(nameOf(route)) ?? Object.fromEntries([...keys.keys()].map((caller) => [caller, "yes"]));
      const hasId = placesOf(route).some(({ part }) => part === "path");
      return { name: nameOf(route), role: route.role, scopes: ROUTE_SCOPES[nameOf(route)], cells, hasId };
    });
    const page = accessPage(readFileSync("docs/access.md", "utf8"), rows as Parameters<typeof accessPage>[1]);
    await expect(page).toMatchFileSnapshot("../../docs/access.md");
  });
});

test("a session cookie counts only from our own pages", async () => {
  const cookie = await signSessionFor(api, "owner");
  const from = (origin: string) =>
    send("POST", "/api/segments", { body: { name: "Made" }, headers: { cookie, origin, host: "localhost" } });
  const foreign = await from("https://evil.example");
  expect([foreign.status, foreign.headers.get("access-control-allow-origin")]).toEqual([403, null]);
  expect((await from("http://localhost")).status).toBe(201);
});

test("the header Api-Key takes a secret key", async () => {
  const response = await send("GET", "/api/me", { headers: { "api-key": api.secretKey } });
  const { data } = (await response.json()) as { data: { workspace: { id: string } } };
  expect(data.workspace.id).toBe(api.workspaceId);
});

/** Some ids are texts, as `order`, that stand in answers as words too. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

test("lists show nothing of another workspace", async () => {
  const lists = closed.filter(({ method, path, query }) => method === "GET" && query && !path.includes("["));
  expect(lists.length).toBeGreaterThan(8);
  for (const route of lists) {
    const { text } = await ask(route, makeRequest(route, {}, null), keys.get("owner") ?? null);
    for (const [kind, { id }] of Object.entries(theirs))
      if (UUID.test(id)) expect(text.includes(id), `${nameOf(route)} ${kind}`).toBe(false);
  }
});

describe("a key with scopes", () => {
  const keyWith = async (...scopes: Scope[]) => {
    const made = await createKey(api.database.orm, {
      ...{ workspaceId: api.workspaceId, siteId: null, kind: "secret", name: "Limited", scopes },
    });
    return made.plain;
  };

  test.each(SCOPES.map((scope) => [scope] as const))(
    "%s: does what needs no other scope, and nothing else",
    async (scope) => {
      const key = await keyWith(scope);
      await takeChanges(api.database);
      const wrong: string[] = [];
      const allowed: RouteInfo[] = [];
      for (const route of closed) {
        const needed = ROUTE_SCOPES[nameOf(route)];
        if (needed?.every((one) => one === scope)) allowed.push(route);
        else if ((await ask(route, makeRequest(route, {}, null), key)).status !== 403) wrong.push(nameOf(route));
      }
      expect(await takeChanges(api.database)).toEqual([]);
      for (const route of allowed)
        if ([401, 403].includes((await ask(route, makeRequest(route, {}, null), key)).status))
          wrong.push(nameOf(route));
      expect(wrong).toEqual([]);
    },
  );

  test("with read and personal, sees people", async () => {
    const answer = await send("GET", "/api/people", { key: await keyWith("read", "personal") });
    expect(answer.status).toBe(200);
  });
});
