import { wakeEngine } from "#db";
import { audit, type Context, conflict, invalidField, requireRole } from "#services";
import { findJourney } from "#services/journeys";
import { awaitOperation, type Operation, queueOperation } from "#services/operations";
import { findSegment } from "#services/segments";
import { erasePeople } from "./erase-people.ts";
import type { Change, PeopleChangeInput } from "./schema.ts";
import { selectPeople } from "./select-people.ts";

/**
 * Changes many people at once, as an operation with progress. Who matches a filter is decided when a slice of the
 * operation comes to them. Throws `invalid` for unknown people, `not_found` for an unknown segment or journey, and
 * `conflict` where the segment or the journey does not allow it.
 */
export async function changePeople(ctx: Context, input: PeopleChangeInput): Promise<{ operation: Operation }> {
  requireRole(ctx, "editor");
  const { change } = input;
  const selection = await selectPeople(ctx, input);
  if (change.type === "erase") return erasePeople(ctx, selection, change.people);
  const { journeyId, ...does } = await readChange(ctx, change);
  const { counted, ...whom } = selection;
  const id = await ctx.database.orm.transaction(async (tx) => {
    const further = journeyId === null ? {} : { journeyId };
    const queued = { ...whom, ...does, expected: counted.total };
    const operationId = await queueOperation(ctx, tx, "change_people", queued, further);
    await audit(tx, ctx, `person.${change.type}`, operationId, { ...change, people: counted.total });
    return operationId;
  });
  wakeEngine();
  return { operation: await awaitOperation(ctx, id) };
}

type Does = {
  readonly journeyId: string | null;
  readonly patch?: Readonly<Record<string, readonly string[]>>;
  readonly does?: "enroll" | "stop";
};

/** The change with ids instead of names. */
async function readChange(ctx: Context, change: Exclude<Change, { type: "erase" }>): Promise<Does> {
  switch (change.type) {
    case "tag":
      return { journeyId: null, patch: { addTags: [change.tag] } };
    case "untag":
      return { journeyId: null, patch: { removeTags: [change.tag] } };
    case "add_to_segment":
      return { journeyId: null, patch: { addSegments: [await staticSegment(ctx, change.segmentId)] } };
    case "remove_from_segment":
      return { journeyId: null, patch: { removeSegments: [await staticSegment(ctx, change.segmentId)] } };
    case "enroll":
      return { journeyId: await runningJourney(ctx, change.journeyId), does: "enroll" };
    case "take_out":
      return { journeyId: (await findJourney(ctx, change.journeyId)).id, does: "stop" };
  }
}

async function staticSegment(ctx: Context, reference: string): Promise<string> {
  const { id, kind } = await findSegment(ctx, reference);
  if (kind === "rules") throw invalidField(["change", "segmentId"], "The rules of this segment decide who is in it.");
  return id;
}

async function runningJourney(ctx: Context, reference: string): Promise<string> {
  const { id, status } = await findJourney(ctx, reference);
  if (status === "published") return id;
  throw conflict(`Nobody can be enrolled: the journey is ${status}.`, { currentStatus: status.toUpperCase() });
}
