import { config, installationSecret } from "#config";
import type { Context } from "#services";
import { secretFor, surveyToken } from "#signatures";
import { readInstallationSecret } from "#store/installation";
import { findSurvey } from "./find-survey.ts";
import type { SurveyAddress } from "./schema.ts";

/** The address of a survey for everyone who has it; answers by it belong to no person. */
export async function surveyAddress(ctx: Context, reference: string): Promise<SurveyAddress> {
  const { id: surveyId } = await findSurvey(ctx, reference);
  const { workspaceId, database } = ctx;
  const secret = secretFor(await installationSecret(() => readInstallationSecret(database.sql)), "surveys");
  const token = surveyToken(secret, { workspaceId, surveyId, personId: null, deliveryId: null });
  return { url: `${config().publicUrl}/surveys/${token}` };
}
