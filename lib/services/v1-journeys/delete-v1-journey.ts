import { type Context, conflict } from "#services";
import { deleteJourney } from "#services/journeys";
import { statusOf } from "./view.ts";

/** Deletes a draft; anything that may have had people in it is archived instead. */
export function deleteV1Journey(ctx: Context, reference: string): Promise<void> {
  return deleteJourney(ctx, reference, ({ status }) => {
    if (status === "draft") return;
    const why = status === "archived" ? "Archived journeys are kept" : "Archive it first";
    throw conflict(`Only draft journeys can be deleted, and this one is ${statusOf(status)}. ${why}.`, {
      currentStatus: statusOf(status),
    });
  });
}
