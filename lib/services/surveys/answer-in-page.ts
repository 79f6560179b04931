import type { Context } from "#services";
import { noteDisplay, readInPage, readSentContent } from "#store/deliveries";
import { placeOf } from "./place-of.ts";
import { recordAnswers } from "./record-answers.ts";
import type { InPageAnswers } from "./schema.ts";
import { loadSurvey } from "./survey.ts";
import { tellEngine } from "./tell-engine.ts";

type Visitor = { readonly personId: string; readonly siteId: string | null };

/**
 * Stores what a visitor answered to a survey that a page shows. It counts also after the survey ended for them, as a page
 * may report it late. False: it was never offered to them, or is gone.
 */
export async function answerInPage(ctx: Context, visitor: Visitor, report: InPageAnswers): Promise<boolean> {
  const { database, workspaceId } = ctx;
  const { personId, siteId } = visitor;
  const recorded = await database.sql.begin(async (tx) => {
    const offered = await readSentContent(tx, { workspaceId, personId, id: report.deliveryId });
    if (offered === undefined || offered.contentId === null) return null;
    const survey = await loadSurvey(tx, workspaceId, offered.contentId, offered.revision);
    if (survey === null || survey.archived) return null;
    // The delivery is locked before the person, as in a batch.
    if (report.step !== undefined) await standAt(tx, ctx, visitor, report);
    return await recordAnswers(tx, {
      ...{ workspaceId, siteId, personId, survey, source: "page" },
      // One set for each showing: a retry and a second tab add to the same.
      responseId: report.response ?? offered.id,
      place: placeOf(offered),
      answers: report.answers,
    });
  });
  if (recorded === null) return false;
  await tellEngine(database, workspaceId, personId, recorded.events);
  return true;
}

type Transaction = Parameters<typeof readInPage>[0];

/** The person goes on with this question, on the next page and on another device. */
async function standAt(tx: Transaction, ctx: Context, visitor: Visitor, report: InPageAnswers): Promise<void> {
  const waiting = await readInPage(tx, { workspaceId: ctx.workspaceId, ...visitor });
  const delivery = waiting.find(({ id }) => id === report.deliveryId);
  if (delivery)
    await noteDisplay(tx, delivery, { stage: "shown", at: new Date().toISOString(), step: String(report.step) });
}
