import { requestAdvance, shardOf, wakeEngine } from "#db";
import type { Context } from "#services";
import { untilSettled } from "#services/enrollments";
import { noteOne, type Visitor } from "#services/in-page";
import type { JourneyRow } from "#services/journeys";
import { type InPageDelivery, readInPage } from "#store/deliveries";
import { readLatestEnrollment, type ShownEnrollment } from "#store/enrollments";
import { hasUnreadSignals } from "#store/inbox";
import type { SiteProgress, SiteProgressInput } from "./schema.ts";

type Reported = Pick<SiteProgressInput, "nodeId" | "contentId" | "event" | "step">;

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
  if (reported.event === undefined || before.status !== "active") return viewProgress(ctx, before, visitor);
  await note(ctx, before, visitor, reported);
  const after = await readLatestEnrollment(sql, journey.id, visitor.personId);
  return viewProgress(ctx, after ?? before, visitor);
}

async function viewProgress(ctx: Context, enrollment: ShownEnrollment, visitor: Visitor): Promise<SiteProgress> {
  const { id, status, nodeId } = enrollment;
  const isActive = status === "active";
  const offered = isActive ? await readOfferedTo(ctx, enrollment, visitor) : [];
  return {
    enrollmentId: id,
    status: status.toUpperCase() as SiteProgress["status"],
    currentNodeIds: isActive && nodeId !== null ? [nodeId] : [],
    content: offered.map(({ nodeId, contentId, key, number, type, body, variables }) => ({
      ...{ nodeId, contentId, key, number, type, body, variables },
    })),
  };
}

async function readOfferedTo(
  { workspaceId, database }: Context,
  enrollment: ShownEnrollment,
  visitor: Visitor,
  sql: Parameters<typeof readInPage>[0] = database.sql,
): Promise<InPageDelivery[]> {
  const waiting = await readInPage(sql, { workspaceId, ...visitor });
  return waiting.filter(({ enrollmentId }) => enrollmentId === enrollment.id);
}

/** Waits until the engine has read what was reported, so that the answer shows where it led. */
async function note(ctx: Context, enrollment: ShownEnrollment, visitor: Visitor, reported: Reported): Promise<void> {
  const { sql } = ctx.database;
  const { event, step } = reported;
  if (event === undefined) return;
  const noted = await sql.begin(async (tx) => {
    const offered = await readOfferedTo(ctx, enrollment, visitor, tx);
    const meant = offered.find((one) => isMeant(one, reported));
    return meant !== undefined && (await noteOne(tx, ctx, visitor, meant, { event, step }));
  });
  if (!noted) return;
  const advanced = await requestAdvance(visitor.personId);
  if (advanced === "done") return;
  wakeEngine();
  await untilSettled(ctx, async () => !(await hasUnreadSignals(sql, shardOf(visitor.personId), visitor.personId)));
}

function isMeant({ nodeId, contentId, key, number }: InPageDelivery, reported: Reported): boolean {
  if (reported.nodeId !== undefined && reported.nodeId.toLowerCase() !== nodeId) return false;
  return reported.contentId === undefined || [contentId, key, String(number)].includes(reported.contentId);
}
