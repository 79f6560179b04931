import { beforeAll, describe, expect, test } from "vitest";
import { type RouteInfo, registeredRoutes } from "#http";
import { issueToken } from "#services/accounts";
import { type Names, type Objects, objectOf, unknownLike } from "./testing/access/objects.ts";
import {
  type Answer,
  ask,
  makeRequest,
  nameOf,
  placesOf,
  type RequestPlace,
  spellingsOf,
} from "./testing/access/requests.ts";
import { type RowChange, takeChanges, watchRows } from "./testing/access/row-changes.ts";
import { settledText } from "./testing/access/settled-text.ts";
import { makeObjects } from "./testing/access/workspace-objects.ts";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { addMember } from "./testing/members.ts";

/**
 * In every place in which an id, key or number can stand, one of another workspace is answered exactly like one that
 * nothing has. The requests are made from the routes' own schemas, so that a new route is asked as well.
 */

let owner: ApiFixture;
let stranger: ApiFixture;
let theirs: Objects;
let mine: Objects;
/** A workspace whose objects may go. */
let spare: ApiFixture;
let spared: Objects;

beforeAll(async () => {
  [owner, stranger, spare] = [await apiFixture(), await apiFixture(), await apiFixture()];
  for (const api of [owner, stranger, spare]) await addMember(api, "editor");
  for (const api of [stranger, spare]) await addOwners(api);
  theirs = await makeObjects(owner, "theirs", true);
  mine = await makeObjects(stranger, "mine");
  spared = await makeObjects(spare, "spare");
  await watchRows(owner.database);
});

/** What a request moves or takes away is needed by those before it. */
const ORDER = ["GET", "PATCH", "POST", "PUT", "DELETE"];
const asked = registeredRoutes()
  .filter((route) => route.role !== "public" && placesOf(route).length > 0)
  .sort((a, b) => ORDER.indexOf(a.method) - ORDER.indexOf(b.method))
  .map((route) => [nameOf(route), route] as const);

/** Owners in turn, as one caller may make only so many requests a minute. */
const CALLERS = 12;
const tokens = new Map<ApiFixture, string[]>();
let turn = 0;
const tokenFor = (api: ApiFixture): string => tokens.get(api)?.[turn++ % CALLERS] ?? "";

async function addOwners(api: ApiFixture): Promise<void> {
  const { workspaceId } = api;
  const made = Array.from({ length: CALLERS }, async () => {
    const { token } = await issueToken({ userId: await addMember(api, "owner"), workspaceId });
    return token;
  });
  tokens.set(api, await Promise.all(made));
}

type Who = { readonly token: string; readonly own: Objects };

async function answer(route: RouteInfo, place: RequestPlace, names: Names, by: keyof Names, who: Who): Promise<Answer> {
  const request = makeRequest(route, who.own, { place, value: names[by] ?? "" });
  const { status, text } = await ask(route, request, who.token);
  return { status, text: settledText(text, names) };
}

const DRAWN = new Set(["node", "edge", "split"]);

/** Ids on a canvas are the client's own: another canvas may have the same. */
const namesThem = (text: string): boolean =>
  Object.entries(theirs).some(([kind, { id }]) => !DRAWN.has(kind) && text.includes(id));
/** Whether a row of theirs changed; of tables that do not say whose rows are, one in which something of theirs stands. */
const isTheirs = ({ workspaces, text }: RowChange): boolean =>
  workspaces.length > 0 ? workspaces.includes(owner.workspaceId) : namesThem(text);
/** Every workspace has channels with the same keys: such a key names one's own. */
function foreignOf({ kind }: RequestPlace): Names {
  const { key, ...others } = objectOf(theirs, kind) ?? { id: owner.workspaceId };
  return key === undefined || key === objectOf(mine, kind)?.key ? others : { ...others, key };
}

describe("another workspace's object is answered as one that nothing is", () => {
  test.each(asked)("%s", async (_, route) => {
    await takeChanges(owner.database);
    for (const place of placesOf(route)) {
      const foreign = foreignOf(place);
      for (const by of spellingsOf(place, foreign)) {
        const of = `${place.label} by ${by}`;
        const who = { token: tokenFor(stranger), own: mine };
        const given = await answer(route, place, foreign, by, who);
        const none = await answer(route, place, unknownLike(foreign), by, who);
        expect(given, of).toEqual(none);
        expect(given.status, given.text).toBeLessThan(500);
        const changes = await takeChanges(owner.database);
        expect(given.status >= 400 ? changes : changes.filter(isTheirs), `${of} stored something`).toEqual([]);
        if (place.part === "path" && route.method !== "PUT") expect([of, given.status]).toEqual([of, 404]);
      }
    }
  });
});

/** Places at which an own object and an unknown one are answered alike: nothing was seen of them. */
const unreached: string[] = [];

describe("an object of one's own is taken", () => {
  test.each(asked)("%s", async (name, route) => {
    let isGone = false;
    for (const place of placesOf(route)) {
      // The request that deleted the object had its own names in every part of the path.
      if (isGone && place.part === "path") continue;
      const own = objectOf(spared, place.kind);
      const seen = own ? await takenAs(route, place, own) : `there is no ${place.kind}`;
      isGone ||= route.method === "DELETE" && seen === null;
      if (seen !== null) unreached.push(`${name} ${place.label}: ${seen}`);
    }
  });

  test("in every place", () => {
    expect(unreached).toEqual([]);
  });
});

/** `null` if one of the names of an own object is answered otherwise than one that nothing has; else the status. */
async function takenAs(route: RouteInfo, place: RequestPlace, own: Names): Promise<number | null> {
  let status: number | null = null;
  for (const by of spellingsOf(place, own)) {
    const who = { token: tokenFor(spare), own: spared };
    const given = await answer(route, place, own, by, who);
    expect(given.status, given.text).toBeLessThan(500);
    if (given.status < 400) return null;
    if (given.text !== (await answer(route, place, unknownLike(own), by, who)).text) return null;
    status = given.status;
  }
  return status;
}
