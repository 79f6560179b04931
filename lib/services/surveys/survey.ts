import type { Database } from "#db";
import { readDocument, type Survey } from "#inpage";
import { readSurvey, type SurveyRow } from "#store/survey-responses";

/** A survey with its questions. */
export type LoadedSurvey = Pick<SurveyRow, "id" | "key" | "name" | "revision" | "archived"> & {
  readonly document: Survey;
};

/** A survey in a revision, null = as it is now. Null: there is none, or its document cannot be asked. */
export async function loadSurvey(
  sql: Parameters<typeof readSurvey>[0] | Database["sql"],
  workspaceId: string,
  id: string,
  revision: number | null,
): Promise<LoadedSurvey | null> {
  const row = await readSurvey(sql, workspaceId, id, revision);
  if (row === undefined) return null;
  const { document } = readDocument("survey", row.body);
  if (document === null || !("questions" in document)) return null;
  const { body, ...facts } = row;
  return { ...facts, document };
}
