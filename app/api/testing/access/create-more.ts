import { registeredRoutes } from "#http";
import type { ApiFixture } from "../api-fixture.ts";
import { singular } from "./id-places.ts";
import { ask, makeRequest, placesOf } from "./requests.ts";

/** Makes one object by each route that creates some, with the smallest request that it takes; adds those of new kinds. */
export async function createMore(api: ApiFixture, ids: Record<string, string>): Promise<void> {
  const creating = registeredRoutes().filter(
    (route) => route.method === "POST" && route.status === 201 && !route.path.includes("["),
  );
  for (const route of creating) {
    const kind = singular(route.path.split("/").at(-1) ?? "");
    if (ids[kind] || placesOf(route).some(({ part }) => part === "path")) continue;
    const own = Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, { id }]));
    const { status, text } = await ask(route, makeRequest(route, own, null), api.secretKey);
    const made = status === 201 ? (JSON.parse(text) as { data?: { id?: unknown } }).data?.id : undefined;
    if (typeof made === "string") ids[kind] = made;
  }
}
