import { wakeEngine } from "#db";
import { eventName } from "#journey";
import { type Context, iso, requireRole } from "#services";
import { upsertEventCatalog } from "#store/event-catalog";
import { logEvent } from "#store/events";
import { findPerson } from "./person-row.ts";
import type { PersonEventInput, ReportedUserEvent, UserEventInput } from "./schema.ts";

/** The built-in events of a user, by the action that reports each. */
const USER_EVENTS = {
  login: "user.login",
  signout: "user.signout",
  waitlist: "user.waitlisted",
  approve: "user.waitlist_approved",
} as const;

/** Reports that a known person logged in, signed out, was put on the waitlist or approved from it. */
export async function reportUserEvent(
  ctx: Context,
  reference: string,
  action: keyof typeof USER_EVENTS,
  input: UserEventInput,
): Promise<ReportedUserEvent> {
  return await reportEvent(ctx, reference, { name: USER_EVENTS[action], properties: input?.properties });
}

/** Reports any event as a known person, as a client would: it is logged, counted, and journeys react to it. */
export async function reportEvent(
  ctx: Context,
  reference: string,
  { name: written, properties = {} }: PersonEventInput,
): Promise<ReportedUserEvent> {
  requireRole(ctx, "editor");
  const { id: personId } = await findPerson(ctx, reference);
  const { workspaceId } = ctx;
  const name = eventName(written);
  const { id, receivedAt } = await ctx.database.sql.begin((sql) =>
    logEvent(sql, { workspaceId, personId, name, properties }),
  );
  await upsertEventCatalog(ctx.database.sql, [{ workspaceId, name, count: 1 }]);
  wakeEngine();
  return { id, name, personId, receivedAt: iso(new Date(receivedAt)) };
}
