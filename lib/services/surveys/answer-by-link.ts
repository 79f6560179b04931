import { getDatabase } from "#db";
import { type FieldError, ServiceError } from "#services";
import { readSentContent } from "#store/deliveries";
import type { SurveyPlace } from "#store/survey-responses";
import { type OpenedSurvey, openSurvey } from "./open-link.ts";
import { placeOf } from "./place-of.ts";
import { recordAnswers } from "./record-answers.ts";
import { tellEngine } from "./tell-engine.ts";

export type LinkAnswer = {
  readonly response: string | null;
  readonly languages: readonly string[];
  readonly question: string;
  readonly value: unknown;
};

/** The survey after an answer; `faults`: what was wrong with it, so that nothing was stored. */
export type AnsweredByLink = { readonly opened: OpenedSurvey; readonly faults: readonly FieldError[] };

/** Stores one answer that was sent from the page of a survey; null: the link leads nowhere. */
export async function answerByLink(token: string, answer: LinkAnswer): Promise<AnsweredByLink | null> {
  const { response, languages, question, value } = answer;
  const opened = await openSurvey(token, { response, languages });
  if (opened === null) return null;
  const { link, person, survey, responseId } = opened;
  const database = getDatabase();
  const place = await placeIn(opened);
  try {
    const recorded = await database.sql.begin((tx) =>
      recordAnswers(tx, {
        ...{ workspaceId: link.workspaceId, siteId: null, personId: person?.id ?? null, survey, responseId, place },
        ...{ source: "link", answers: { [question]: value } },
      }),
    );
    if (recorded === null) return null;
    await tellEngine(database, link.workspaceId, person?.id ?? null, recorded.events);
    return { opened: { ...opened, answers: recorded.answers }, faults: [] };
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== "invalid") throw error;
    return { opened, faults: error.errors };
  }
}

/** The message may be deleted by now. */
async function placeIn({ link: { workspaceId, deliveryId }, person }: OpenedSurvey): Promise<SurveyPlace> {
  if (deliveryId === null || person === null) return {};
  const sent = await readSentContent(getDatabase().sql, { workspaceId, personId: person.id, id: deliveryId });
  return sent ? placeOf(sent) : { deliveryId };
}
