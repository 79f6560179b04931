import type { Scope } from "#services";
import type { Caller } from "./authenticate.ts";
import { HttpError } from "./http-error.ts";

const READ: readonly Scope[] = ["read"];
const PEOPLE: readonly Scope[] = ["read", "personal"];
const DRAFT: readonly Scope[] = ["draft"];
const PUBLISH: readonly Scope[] = ["publish"];
const SEND: readonly Scope[] = ["send"];
/** Where one call changes a draft and may change what is live. */
const CHANGE: readonly Scope[] = ["draft", "publish"];

/**
 * The scopes that a key with scopes needs for a route: all of them. A route without an entry is refused to such keys, so
 * that a new one is not open to them by mistake. `personal` stands where an answer shows traits, addresses or events of
 * people.
 *
 * Left out on purpose: where a journey may be changed, channels, sender identities, sending policies, sites, members, keys and the workspace, because they decide for
 * everything that is sent and are set by people; approving plans, because a person approves what a limited key hands in;
 * and creating, importing, changing and erasing people, their devices and what they want to receive, because no scope says
 * that a key may.
 */
export const ROUTE_SCOPES: Readonly<Record<string, readonly Scope[]>> = {
  "PUT /api/accounts/[externalId]": SEND,
  "GET /api/alerts": READ,
  // It changes messages, segments and offers that live journeys may use.
  "POST /api/bundles": CHANGE,
  "GET /api/broadcasts": READ,
  "POST /api/broadcasts": PUBLISH,
  "GET /api/broadcasts/[id]": READ,
  "POST /api/broadcasts/[id]/stop": PUBLISH,
  "POST /api/broadcasts/preview": READ,
  "GET /api/campaigns": READ,
  // Created with the status `active`, it starts.
  "POST /api/campaigns": PUBLISH,
  "DELETE /api/campaigns/[id]": PUBLISH,
  "GET /api/campaigns/[id]": READ,
  "PATCH /api/campaigns/[id]": PUBLISH,
  "POST /api/campaigns/[id]/end": PUBLISH,
  "POST /api/campaigns/[id]/start": PUBLISH,
  "GET /api/channels": READ,
  "GET /api/channels/[id]": READ,
  "GET /api/content": READ,
  "POST /api/content": DRAFT,
  "GET /api/content/[id]": READ,
  "PATCH /api/content/[id]": PUBLISH,
  "GET /api/content/[id]/draft": READ,
  "PUT /api/content/[id]/draft": DRAFT,
  "DELETE /api/content/[id]/draft": DRAFT,
  "POST /api/content/[id]/duplicate": DRAFT,
  "POST /api/content/[id]/preview-links": DRAFT,
  "GET /api/content/[id]/preview-links/[linkId]": READ,
  "POST /api/content/[id]/publish": PUBLISH,
  "GET /api/content/[id]/uses": READ,
  "GET /api/content/[id]/versions": READ,
  "GET /api/content/[id]/versions/[revision]": READ,
  "POST /api/content/[id]/versions/[revision]/restore": DRAFT,
  "POST /api/content/preview": PEOPLE,
  "POST /api/content/preview-document": PEOPLE,
  "GET /api/data-types": READ,
  "GET /api/content/words": READ,
  "GET /api/decision-flows": READ,
  "POST /api/decision-flows": DRAFT,
  "DELETE /api/decision-flows/[id]": PUBLISH,
  "GET /api/decision-flows/[id]": READ,
  "PATCH /api/decision-flows/[id]": PUBLISH,
  "POST /api/decision-flows/[id]/archive": PUBLISH,
  "GET /api/decision-flows/[id]/figures": READ,
  "POST /api/decision-flows/[id]/restore": PUBLISH,
  "POST /api/decision-flows/[id]/test": PEOPLE,
  "GET /api/deliveries": PEOPLE,
  "GET /api/deliveries/[id]": PEOPLE,
  "POST /api/deliveries/[id]/retry": SEND,
  "POST /api/deliveries/retry": SEND,
  "POST /api/messages": SEND,
  "POST /api/deliveries/[id]/settle": SEND,
  "GET /api/events": PEOPLE,
  "GET /api/events/names": READ,
  "GET /api/events/refused": PEOPLE,
  "GET /api/images": READ,
  "POST /api/images": DRAFT,
  "PATCH /api/images/[id]": DRAFT,
  // A second import changes messages that live journeys may use.
  "POST /api/imports": CHANGE,
  "GET /api/journeys": READ,
  "POST /api/journeys": DRAFT,
  "GET /api/journeys/[id]": READ,
  "PATCH /api/journeys/[id]": DRAFT,
  "DELETE /api/journeys/[id]": PUBLISH,
  "POST /api/journeys/[id]/backtest": READ,
  "GET /api/journeys/[id]/bundle": READ,
  "PUT /api/journeys/[id]/canvas": DRAFT,
  "GET /api/journeys/[id]/enrollments": PEOPLE,
  "POST /api/journeys/[id]/enrollments": SEND,
  "GET /api/journeys/[id]/enrollments/[enrollmentId]": PEOPLE,
  "POST /api/journeys/[id]/enrollments/[enrollmentId]/retry": SEND,
  "POST /api/journeys/[id]/enrollments/[enrollmentId]/stop": PUBLISH,
  "POST /api/journeys/[id]/enrollments/preview": READ,
  "POST /api/journeys/[id]/enrollments/retry": SEND,
  "GET /api/journeys/[id]/explain": PEOPLE,
  "GET /api/journeys/[id]/export": READ,
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
  "GET /api/journeys/[id]/revision": READ,
  "GET /api/journeys/[id]/holdout": READ,
  "GET /api/journeys/[id]/splits": READ,
  "POST /api/journeys/[id]/splits/[nodeId]/promote": PUBLISH,
  "DELETE /api/journeys/[id]/splits/[nodeId]/promote": PUBLISH,
  "GET /api/journeys/[id]/messages": READ,
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
  "POST /api/journeys/import": DRAFT,
  // The tools look at the scopes themselves.
  "POST /api/mcp": [],
  "GET /api/me": READ,
  "GET /api/offers": READ,
  // Flows without a list of their own decide among all offers, a new one too.
  "POST /api/offers": PUBLISH,
  "DELETE /api/offers/[id]": PUBLISH,
  "GET /api/offers/[id]": READ,
  "PATCH /api/offers/[id]": PUBLISH,
  "POST /api/offers/[id]/archive": PUBLISH,
  "POST /api/offers/[id]/restore": PUBLISH,
  "GET /api/operations": READ,
  "GET /api/operations/[id]": READ,
  "PUT /api/orders/[orderId]": SEND,
  "POST /api/outcomes": SEND,
  "GET /api/people": PEOPLE,
  "GET /api/people/[id]": PEOPLE,
  "POST /api/people/[id]/approve": SEND,
  "GET /api/people/[id]/consent": PEOPLE,
  "GET /api/people/[id]/deliveries": PEOPLE,
  "GET /api/people/[id]/devices": PEOPLE,
  "GET /api/people/[id]/enrollments": PEOPLE,
  "GET /api/people/[id]/events": PEOPLE,
  "POST /api/people/[id]/login": SEND,
  "POST /api/people/[id]/signout": SEND,
  "POST /api/people/[id]/waitlist": SEND,
  "GET /api/people-imports": READ,
  "GET /api/people-imports/[id]": READ,
  "GET /api/people-imports/[id]/refused": READ,
  "GET /api/plans": READ,
  "POST /api/plans": DRAFT,
  "GET /api/plans/[id]": READ,
  "GET /api/surveys/[id]/export": PEOPLE,
  "GET /api/surveys/[id]/link": READ,
  "GET /api/surveys/[id]/responses": PEOPLE,
  "GET /api/surveys/[id]/results": READ,
  "GET /api/segments": READ,
  "POST /api/segments": DRAFT,
  "GET /api/segments/[id]": READ,
  "GET /api/segments/[id]/members": PEOPLE,
  "GET /api/sender-identities": READ,
  "GET /api/sender-identities/[id]": READ,
  "GET /api/sending-policies": READ,
  "GET /api/sending-policies/conflicts": READ,
  "GET /api/sending-policies/occurrences": READ,
  "GET /api/sites": READ,
  "GET /api/sites/[id]": READ,
  "GET /api/reach": READ,
  "GET /api/suppressions": PEOPLE,
  "GET /api/topics": READ,
  "GET /api/topics/[id]": READ,
  "GET /api/v1/journeys": READ,
  "POST /api/v1/journeys": DRAFT,
  "DELETE /api/v1/journeys/[id]": PUBLISH,
  "GET /api/v1/journeys/[id]": READ,
  // Changes the draft, and with `status` what is live.
  "PUT /api/v1/journeys/[id]": CHANGE,
  "POST /api/v1/journeys/[id]/test": PEOPLE,
  "POST /api/v1/journeys/[id]/validate": READ,
  "GET /api/workspace": READ,
  "GET /places/[placeId]/journeys": READ,
  // Manual journeys are live as soon as they are made, and so are changes of them.
  "POST /places/[placeId]/journeys": CHANGE,
  "DELETE /places/[placeId]/journeys/[journeyId]": PUBLISH,
  "GET /places/[placeId]/journeys/[journeyId]": READ,
  "PUT /places/[placeId]/journeys/[journeyId]": CHANGE,
  "POST /places/[placeId]/journeys/[journeyId]/run": SEND,
  "POST /places/[placeId]/journeys/[journeyId]/start": PUBLISH,
  "POST /places/[placeId]/journeys/[journeyId]/stop": PUBLISH,
  "POST /places/[placeId]/recommendations/accept": CHANGE,
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
