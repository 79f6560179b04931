import { appendSignals, stopRunning } from "#store/inbox";
import { type Matching, readMatchingPeople } from "#store/people";
import type { OperationKind, Slice } from "./operation.ts";

/**
 * Changes many people through their inboxes, so that journeys process each change like any other (R1). `input`: whom,
 * `{personIds}` or `{search, tag, segmentId}`, and what: `{patch}` changes tags or segments, `{does: "enroll" | "stop"}`
 * lets them into the operation's journey or takes them out of it.
 */
export const changePeople: OperationKind = {
  work: async (slice) => {
    const { people, last } = await readMatchingPeople(slice, matchingOf(slice.operation.input));
    if (slice.operation.input.does === "stop") await stopRunning(slice, people);
    else await signalAll(slice, people);
    return { done: people.length, cursor: last };
  },
};

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

function matchingOf({ personIds, search, tag, segmentId }: Record<string, unknown>): Matching {
  const ids = Array.isArray(personIds) ? personIds.map(String) : null;
  return { ids, search: text(search), tag: text(tag), segmentId: text(segmentId) };
}

async function signalAll({ sql, operation, now }: Slice, people: readonly string[]): Promise<void> {
  const { workspaceId, journeyId, input } = operation;
  const [kind, payload] =
    input.does === "enroll"
      ? (["enroll", { journeyId, origin: "manual" }] as const)
      : (["patch", { patch: input.patch, source: "dashboard" }] as const);
  const receivedAt = new Date(now);
  await appendSignals(
    sql,
    people.map((personId) => ({ workspaceId, personId, kind, payload, receivedAt })),
  );
}
