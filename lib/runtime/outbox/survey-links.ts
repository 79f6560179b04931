import { config } from "#config";
import { secretFor, surveyToken } from "#signatures";
import { findContent } from "#store/content";
import type { Claimed } from "#store/deliveries";
import type { OutboxRuntime } from "./outbox-runtime.ts";

/** The link to the survey of a message's step; empty: the step has none, or there is no such survey. */
export type SurveyLinks = (delivery: Claimed) => string;

/** Links are signed for the person and made again at each attempt, so they are always the same (R43). */
export async function openSurveyLinks(
  { database: { sql } }: OutboxRuntime,
  batch: readonly Claimed[],
  installation: string,
): Promise<SurveyLinks> {
  const asked = batch.filter((delivery) => referenceOf(delivery) !== null);
  if (asked.length === 0) return () => "";
  const workspaces = [...new Set(asked.map(({ workspaceId }) => workspaceId))];
  const references = [...new Set(asked.flatMap((delivery) => referenceOf(delivery) ?? []))];
  const rows = await findContent(sql, workspaces, references);
  const ids = new Map(
    rows.flatMap(({ workspaceId, id, slug, number }) =>
      [String(number), slug, id].map((name) => [`${workspaceId} ${name}`, id] as const),
    ),
  );
  const secret = secretFor(installation, "surveys");
  const { publicUrl } = config();
  return (delivery) => {
    const { id: deliveryId, workspaceId, personId } = delivery;
    const surveyId = ids.get(`${workspaceId} ${referenceOf(delivery)}`);
    if (surveyId === undefined) return "";
    return `${publicUrl}/surveys/${surveyToken(secret, { workspaceId, surveyId, personId, deliveryId })}`;
  };
}

/** By id in versions that were frozen, by key or number elsewhere. */
function referenceOf({ config: { surveySlug } }: Claimed): string | null {
  return typeof surveySlug === "string" && surveySlug.trim() !== "" ? surveySlug.trim() : null;
}
