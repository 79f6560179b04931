import { requestAdvance, shardOf, type TransactionSql, wakeEngine } from "#db";
import type { Context } from "#services";
import { untilSettled } from "#services/enrollments";
import type { JourneyRow } from "#services/journeys";
import { markOffered, type OfferedDelivery, readOffered } from "#store/deliveries";
import { readLatestEnrollment, type ShownEnrollment } from "#store/enrollments";
import { logEvent } from "#store/events";
import { appendSignals, hasUnreadSignals } from "#store/inbox";
import type { SiteProgress, SiteProgressInput } from "./schema.ts";

type Reported = Pick<SiteProgressInput, "nodeId" | "contentId" | "event" | "step">;

/** Who reports: the person, and the site that the events are noted under. */
export type Visitor = { readonly personId: string; readonly siteId: string | null };

/** Notes what a person did with content that was offered to them, and answers where they stand and what to show now. */
export async function reportProgress(
  ctx: Context,
  journey: JourneyRow,
  visitor: Visitor,
  reported: Reported,
): Promise<SiteProgress> {
  const { sql } = ctx.database;
  const before = await readLatestEnrollment(sql, journey.id, visitor.personId);
  if (!before) return { enrollmentId: null, status: "NOT_ENROLLED", currentNodeIds: [], content: [] };
  if (reported.event === undefined || before.shown_status !== "active") return viewProgress(ctx, before);
  await note(ctx, before, visitor, reported);
  const after = await readLatestEnrollment(sql, journey.id, visitor.personId);
  return viewProgress(ctx, after ?? before);
}

async function viewProgress(ctx: Context, enrollment: ShownEnrollment): Promise<SiteProgress> {
  const { id, shown_status, node_id } = enrollment;
  const isActive = shown_status === "active";
  const offered = isActive ? await readOffered(ctx.database.sql, enrollment) : [];
  return {
    enrollmentId: id,
    status: shown_status.toUpperCase() as SiteProgress["status"],
    currentNodeIds: isActive && node_id !== null ? [node_id] : [],
    content: offered.map(({ nodeId, contentId, key, number, type, body, variables }) => ({
      ...{ nodeId, contentId, key, number, type, body, variables },
    })),
  };
}

/** Waits until the engine has read what was reported, so that the answer shows where it led. */
async function note(ctx: Context, enrollment: ShownEnrollment, visitor: Visitor, reported: Reported): Promise<void> {
  const { sql } = ctx.database;
  const noted = await sql.begin(async (tx) => {
    const offered = (await readOffered(tx, enrollment)).find((one) => isMeant(one, reported));
    return offered !== undefined && (await noteOne(tx, ctx, enrollment, visitor, { ...reported, offered }));
  });
  if (!noted) return;
  const advanced = await requestAdvance(visitor.personId);
  if (advanced === "done") return;
  wakeEngine();
  await untilSettled(async () => !(await hasUnreadSignals(sql, shardOf(visitor.personId), visitor.personId)));
}

function isMeant({ nodeId, contentId, key, number }: OfferedDelivery, reported: Reported): boolean {
  if (reported.nodeId !== undefined && reported.nodeId.toLowerCase() !== nodeId) return false;
  return reported.contentId === undefined || [contentId, key, String(number)].includes(reported.contentId);
}

const STATUS = { shown: "shown", step: "shown", completed: "completed", dismissed: "dismissed" } as const;

async function noteOne(
  tx: TransactionSql,
  { workspaceId }: Context,
  enrollment: ShownEnrollment,
  { personId, siteId }: Visitor,
  { event, step, offered }: Reported & { readonly offered: OfferedDelivery },
): Promise<boolean> {
  if (event === undefined || !(await markOffered(tx, offered, STATUS[event]))) return false;
  const { nodeId, visit, contentId, key, type } = offered;
  const properties = {
    ...{ contentId: key, type, journeyId: enrollment.journey_id, nodeId, enrollmentId: enrollment.id },
    // A goal may name a flow by its id or by its key.
    ...(type === "flow" ? { flowId: contentId } : {}),
    ...(step === undefined ? {} : { step }),
  };
  await logEvent(tx, { workspaceId, siteId, personId, name: `content.${event}`, properties });
  if (event === "completed" || event === "dismissed") {
    const payload = { kind: "delivery", enrollmentId: enrollment.id, nodeId, visit, outcome: event };
    await appendSignals(tx, [{ workspaceId, personId, kind: "delivery", payload }]);
  }
  return true;
}
