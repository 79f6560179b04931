import { orderedSteps } from "#dialects";
import { iso } from "#services";
import { type JourneyRow, writtenDraft } from "#services/journeys";
import type { V1Journey, V1JourneyDetail, V1Status } from "./schema.ts";

/** The word of source 002 for a status. */
export const statusOf = (status: JourneyRow["status"]): V1Status => (status === "published" ? "active" : status);

/** The journey as lists and changes answer it. */
export function viewOf(row: JourneyRow): V1Journey {
  const { maxDuration, steps } = orderedSteps.write(writtenDraft(row)).foreign;
  return summary(row, maxDuration ?? null, steps.length);
}

/** The journey with its steps, and with what steps cannot say of it. */
export function detailOf(row: JourneyRow): V1JourneyDetail {
  const draft = writtenDraft(row);
  const { foreign, losses } = orderedSteps.write(draft);
  const names = new Map(draft.document.nodes.map(({ id, name }) => [id, name]));
  return {
    ...summary(row, foreign.maxDuration ?? null, foreign.steps.length),
    description: row.description,
    entryConditions: foreign.entryConditions ?? {},
    steps: foreign.steps,
    ...(losses.length === 0
      ? {}
      : {
          losses: losses.map(({ nodeId, field, message }) => {
            return { stepId: names.get(nodeId ?? "") ?? null, field, message };
          }),
        }),
  };
}

function summary(row: JourneyRow, maxDuration: number | null, stepCount: number): V1Journey {
  const { shortId: id, name, status, createdAt, updatedAt } = row;
  return {
    ...{ id, name, status: statusOf(status), maxDuration, stepCount },
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
  };
}
