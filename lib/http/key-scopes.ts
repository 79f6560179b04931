import type { Scope } from "#services";
import type { Caller } from "./authenticate.ts";
import { HttpError } from "./http-error.ts";

const READ: readonly Scope[] = ["read"];
const PEOPLE: readonly Scope[] = ["read", "personal"];
const DRAFT: readonly Scope[] = ["draft"];
const PUBLISH: readonly Scope[] = ["publish"];
const SEND: readonly Scope[] = ["send"];

/**
 * The scopes that a key with scopes needs for a route: all of them. A route without an entry is refused to such keys, so
 * that a new one is not open to them by mistake. `personal` stands where an answer shows traits, addresses or events of
 * people.
 */
export const ROUTE_SCOPES: Readonly<Record<string, readonly Scope[]>> = {
  "GET /api/alerts": READ,
  "GET /api/content": READ,
  "POST /api/content": DRAFT,
  "GET /api/content/[id]": READ,
  "PATCH /api/content/[id]": PUBLISH,
  "POST /api/content/preview": PEOPLE,
  "GET /api/deliveries": PEOPLE,
  "GET /api/deliveries/[id]": PEOPLE,
  "POST /api/deliveries/[id]/retry": SEND,
  "POST /api/deliveries/[id]/settle": SEND,
  "GET /api/events": PEOPLE,
  "GET /api/events/names": READ,
  "GET /api/events/refused": PEOPLE,
  "GET /api/journeys": READ,
  "POST /api/journeys": DRAFT,
  "GET /api/journeys/[id]": READ,
  "PATCH /api/journeys/[id]": DRAFT,
  "DELETE /api/journeys/[id]": PUBLISH,
  "POST /api/journeys/[id]/backtest": READ,
  "PUT /api/journeys/[id]/canvas": DRAFT,
  "GET /api/journeys/[id]/enrollments": PEOPLE,
  "POST /api/journeys/[id]/enrollments": SEND,
  "GET /api/journeys/[id]/enrollments/[enrollmentId]": PEOPLE,
  "POST /api/journeys/[id]/enrollments/[enrollmentId]/retry": SEND,
  "POST /api/journeys/[id]/enrollments/[enrollmentId]/stop": PUBLISH,
  "POST /api/journeys/[id]/enrollments/preview": READ,
  "POST /api/journeys/[id]/enrollments/retry": SEND,
  "GET /api/journeys/[id]/explain": PEOPLE,
  "POST /api/journeys/[id]/forecast": READ,
  "GET /api/journeys/[id]/live": PEOPLE,
  "GET /api/journeys/[id]/near-misses": PEOPLE,
  "POST /api/journeys/[id]/moments": PEOPLE,
  "POST /api/journeys/[id]/pause": PUBLISH,
  "POST /api/journeys/[id]/publish": PUBLISH,
  "POST /api/journeys/[id]/publish/preview": READ,
  "POST /api/journeys/[id]/restore": PUBLISH,
  "POST /api/journeys/[id]/resume": PUBLISH,
  "GET /api/journeys/[id]/resume/preview": READ,
  "GET /api/journeys/[id]/splits": READ,
  "POST /api/journeys/[id]/splits/[nodeId]/promote": PUBLISH,
  "DELETE /api/journeys/[id]/splits/[nodeId]/promote": PUBLISH,
  "GET /api/journeys/[id]/stats": READ,
  "POST /api/journeys/[id]/test": PEOPLE,
  "GET /api/journeys/[id]/timeseries": READ,
  "POST /api/journeys/[id]/unpublish": PUBLISH,
  "POST /api/journeys/[id]/validate": READ,
  "GET /api/journeys/[id]/versions": READ,
  "GET /api/journeys/[id]/versions/[versionId]": READ,
  "POST /api/journeys/[id]/versions/[versionId]/rollback": PUBLISH,
  "POST /api/journeys/[id]/versions/[versionId]/rollback/preview": READ,
  "GET /api/journeys/[id]/versions/compare": READ,
  // The tools look at the scopes themselves.
  "POST /api/mcp": [],
  "GET /api/me": READ,
  "GET /api/operations": READ,
  "GET /api/operations/[id]": READ,
  "GET /api/people": PEOPLE,
  "GET /api/people/[id]": PEOPLE,
  "GET /api/people/[id]/deliveries": PEOPLE,
  "GET /api/people/[id]/enrollments": PEOPLE,
  "GET /api/people/[id]/events": PEOPLE,
  "GET /api/plans": READ,
  "POST /api/plans": DRAFT,
  "GET /api/plans/[id]": READ,
  "GET /api/segments": READ,
  "POST /api/segments": DRAFT,
  "GET /api/segments/[id]": READ,
  "GET /api/segments/[id]/members": PEOPLE,
  "GET /api/sites": READ,
  "GET /api/sites/[id]": READ,
  "GET /api/workspace": READ,
};

/** Refuses with 403 when the caller is a key whose scopes do not cover what is asked; `undefined` = no such key may. */
export function requireCallerScopes(caller: Caller, needed: readonly Scope[] | undefined): void {
  const { scopes = null } = caller.actor;
  if (scopes === null) return;
  if (!needed) throw new HttpError("forbidden", "A key with scopes may not do this; use a key without scopes.");
  const missing = needed.filter((scope) => !scopes.includes(scope));
  if (missing.length === 0) return;
  throw new HttpError("forbidden", `This needs a key with the scope ${missing.join(" and ")}.`);
}
