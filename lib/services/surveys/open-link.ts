import { createHash } from "node:crypto";
import { installationSecret } from "#config";
import { templateVariables } from "#content";
import { getDatabase, shardOf } from "#db";
import type { AnswerValue } from "#inpage";
import { isUuid } from "#services";
import { makeReady } from "#services/in-page";
import { readSurveyToken, readWith, type SurveyLink, secretsFor } from "#signatures";
import { readInstallationSecret } from "#store/installation";
import { followMerges, type PersonRow, readPeople } from "#store/people";
import { readResponse } from "#store/survey-responses";
import { readWorkspaces, type SendingWorkspace } from "#store/workspaces";
import { type LoadedSurvey, loadSurvey } from "./survey.ts";

/** A survey that somebody opened by a link, as it is read by them. */
export type OpenedSurvey = {
  readonly link: SurveyLink;
  readonly workspace: SendingWorkspace;
  /** Null: the link is for everyone. */
  readonly person: PersonRow | null;
  readonly survey: LoadedSurvey;
  readonly responseId: string;
  /** What was answered so far. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly ready: ReadySurvey;
};

/** The texts in the language of the reader; the questions are in the order of the document. */
type ReadySurvey = {
  readonly language: string;
  readonly rightToLeft: boolean;
  readonly parts: Record<string, unknown>;
};

const NOBODY = { id: "", externalId: null, anonymousId: null, traits: {}, tags: [], stage: null };

/**
 * What a link leads to; nothing is changed, because programs that look for bad links open it too. `response` is the set
 * that a form goes on with, of a link that is for everyone. Null: the link leads nowhere, or the survey was removed.
 */
export async function openSurvey(
  token: string,
  { response, languages }: { readonly response: string | null; readonly languages: readonly string[] },
): Promise<OpenedSurvey | null> {
  const database = getDatabase();
  const { sql } = database;
  const secrets = secretsFor(await installationSecret(() => readInstallationSecret(sql)), "surveys");
  const link = readWith(secrets, (secret) => readSurveyToken(secret, token));
  if (link === null) return null;
  const { workspaceId, surveyId } = link;
  const [[workspace], person, present] = await Promise.all([
    readWorkspaces(sql, [workspaceId]),
    personOf(link),
    loadSurvey(sql, workspaceId, surveyId, null),
  ]);
  if (!workspace || person === undefined || present === null || present.archived) return null;
  const responseId = responseOf(link, response);
  const begun = await readResponse(sql, { id: responseId, personId: person?.id ?? null, surveyId });
  const survey = begun ? await loadSurvey(sql, workspaceId, surveyId, begun.revision) : present;
  if (survey === null) return null;
  const traits = person?.traits ?? {};
  const asked = [traits.language, traits.locale].filter((tag) => typeof tag === "string");
  const variables = templateVariables({ person: person ?? NOBODY, workspace, variables: {} });
  const ready = await makeReady({ type: "survey", document: survey.document }, [...asked, ...languages], variables);
  if ("reason" in ready) throw new Error(`the survey ${survey.key} could not be rendered: ${ready.reason}`);
  const answers = Object.fromEntries(Object.entries(begun?.answers ?? {}).map(([id, { value }]) => [id, value]));
  return { link, workspace, person, survey, responseId, answers, ready: { ...ready, parts: { ...ready.parts } } };
}

/** Null: for everyone; undefined: the person is gone. */
async function personOf({ personId: asked, workspaceId }: SurveyLink): Promise<PersonRow | null | undefined> {
  if (asked === null) return null;
  const { sql } = getDatabase();
  const personId = await followMerges(sql, asked);
  if (personId === null) return undefined;
  const [person] = await readPeople(sql, [shardOf(personId)], [personId]);
  return person?.workspaceId === workspaceId ? person : undefined;
}

/** One set for each message with the link; without a message one for each person, or for each reader. */
function responseOf({ deliveryId, personId, surveyId }: SurveyLink, response: string | null): string {
  if (deliveryId !== null) return deliveryId;
  if (personId !== null) {
    const hex = createHash("sha256").update(`${personId} ${surveyId}`).digest("hex");
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
  }
  return response !== null && isUuid(response) ? response : crypto.randomUUID();
}
