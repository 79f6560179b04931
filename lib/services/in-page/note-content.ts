import { requestAdvance, type TransactionSql, wakeEngine } from "#db";
import { isInPageType, readDocument, secondsOf } from "#inpage";
import { contentKind } from "#journey";
import type { Context } from "#services";
import { noteEnded, noteShown } from "#store/content-seen";
import { type Display, type InPageDelivery, markOffered, noteDisplay, readInPage } from "#store/deliveries";
import { holdPerson } from "#store/devices";
import { logEvent } from "#store/events";
import { appendSignals } from "#store/inbox";
import { addSurveyCounts } from "#store/survey-counts";
import { countShown } from "./capped.ts";
import type { Visitor } from "./read-content.ts";
import type { InPageEvent, InPageReport } from "./schema.ts";

/** What was reported of a delivery. */
export type Reported = Pick<InPageReport, "step" | "done" | "reason" | "page"> & { readonly event: InPageEvent };

/** Notes what a page did with content of a visitor; false: it waits for nobody any more, or was never theirs. */
export async function noteContent(ctx: Context, visitor: Visitor, report: InPageReport): Promise<boolean> {
  const { workspaceId, database } = ctx;
  const noted = await database.sql.begin(async (tx) => {
    const waiting = await readInPage(tx, { workspaceId, ...visitor });
    const delivery = waiting.find(({ id }) => id === report.deliveryId);
    return delivery !== undefined && (await noteOne(tx, ctx, visitor, delivery, report));
  });
  if (noted && ENDS.has(report.event) && (await requestAdvance(visitor.personId)) !== "done") wakeEngine();
  else if (noted) wakeEngine();
  return noted;
}

const ENDS: ReadonlySet<InPageEvent> = new Set(["completed", "dismissed"]);

/** The same in the caller's transaction, for a delivery that waits for the visitor. */
export async function noteOne(
  tx: TransactionSql,
  ctx: Context,
  visitor: Visitor,
  delivery: InPageDelivery,
  reported: Reported,
): Promise<boolean> {
  const { event } = reported;
  if (event === "completed" || event === "dismissed") return noteEnd(tx, ctx, visitor, delivery, event);
  const display = displayOf(delivery, reported);
  if (!(await noteDisplay(tx, delivery, display))) return false;
  if (event === "shown" || event === "step") return noteProgress(tx, ctx, visitor, delivery, reported);
  // A page says it at every view; the author needs it once.
  const isNews = delivery.display?.stage !== display.stage || delivery.display.reason !== display.reason;
  const { reason, page } = reported;
  if (event === "gave_up" && isNews) await log(tx, ctx, visitor, delivery, { event, more: { reason, page } });
  return true;
}

async function noteProgress(
  tx: TransactionSql,
  ctx: Context,
  visitor: Visitor,
  delivery: InPageDelivery,
  { event, step }: Reported,
): Promise<boolean> {
  if (!(await holds(tx, visitor, markOffered(tx, delivery, "shown")))) return false;
  const goesOn = contentKind(delivery.type)?.goesOn === true;
  if (event === "shown" && !(goesOn && delivery.status === "shown"))
    await noteShown(tx, { ...delivery, workspaceId: ctx.workspaceId, personId: visitor.personId });
  if (delivery.status !== "shown") await countShown(tx, ctx.workspaceId, visitor.personId, delivery);
  if (event === "shown" && delivery.type === "survey" && delivery.status !== "shown")
    await countSurveyShown(tx, ctx, delivery);
  await log(tx, ctx, visitor, delivery, { event, more: step === undefined ? {} : { step } });
  return true;
}

/** A survey that was shown is a figure of its results, once for each showing. */
async function countSurveyShown(
  tx: TransactionSql,
  { workspaceId }: Context,
  { contentId: surveyId, revision, shard }: InPageDelivery,
): Promise<void> {
  const counted = { workspaceId, surveyId, revision, shard, startedAt: Date.now() };
  await addSurveyCounts(tx, counted, [{ question: "", option: ":shown", count: 1 }]);
}

/** Locks the delivery before the person, as a batch does; a person who was merged or erased meanwhile keeps nothing. */
async function holds(
  tx: TransactionSql,
  { personId }: Pick<Visitor, "personId">,
  marked: Promise<boolean>,
): Promise<boolean> {
  return (await marked) && (await holdPerson(tx, personId));
}

async function noteEnd(
  tx: TransactionSql,
  ctx: Context,
  { personId, siteId }: Visitor,
  delivery: InPageDelivery,
  how: "completed" | "dismissed",
): Promise<boolean> {
  const { workspaceId } = ctx;
  if (!(await holds(tx, { personId }, markOffered(tx, delivery, how)))) return false;
  const { type, body, enrollmentId, nodeId, visit } = delivery;
  const dismissal =
    how === "dismissed" && isInPageType(type) ? readDocument(type, body).document?.dismissal : undefined;
  const forMs = dismissal?.for === undefined ? null : secondsOf(dismissal.for) * 1_000;
  await noteEnded(tx, { ...delivery, workspaceId, personId }, { how, scope: dismissal?.scope ?? null, forMs });
  await log(tx, ctx, { personId, siteId }, delivery, { event: how, more: {} });
  const payload = { kind: "delivery", enrollmentId, nodeId, visit, outcome: how };
  await appendSignals(tx, [{ workspaceId, personId, kind: "delivery", payload }]);
  return true;
}

/** A later stage keeps where the person stands, so that they continue there on the next page. */
function displayOf({ display }: InPageDelivery, { event, step, done, reason, page }: Reported): Display {
  const stage = event === "step" || event === "completed" || event === "dismissed" ? "shown" : event;
  const at = step === undefined ? display?.step : String(step);
  const finished = done ?? display?.done;
  return {
    stage,
    at: new Date().toISOString(),
    ...(reason === undefined ? {} : { reason }),
    ...(page === undefined ? {} : { page }),
    ...(at === undefined ? {} : { step: at }),
    ...(finished === undefined ? {} : { done: finished }),
  };
}

type Logged = { readonly event: InPageEvent; readonly more: Record<string, unknown> };

/** The event that journeys wait for. A goal may name a flow by its id or by its key. */
async function log(
  tx: TransactionSql,
  { workspaceId }: Context,
  { personId, siteId }: Visitor,
  { nodeId, contentId, key, type, journeyId, enrollmentId }: InPageDelivery,
  { event, more }: Logged,
): Promise<void> {
  const properties = {
    ...{ contentId: key, type, journeyId, nodeId, enrollmentId },
    ...(type === "flow" ? { flowId: contentId } : {}),
    ...more,
  };
  await logEvent(tx, { workspaceId, siteId, personId, name: `content.${event}`, properties });
}
