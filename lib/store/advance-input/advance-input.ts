import type { AdvanceInput, Person, Signal } from "#engine";
import type { UnreadSignal } from "../inbox/read.ts";
import type { WorkspaceSnapshot } from "../snapshot/workspace-snapshot.ts";
import type { BatchInput, PersonSignals } from "./batch-input.ts";

/** What `advance` reads: one person, their signals and their workspace. */
export type LoadedInput = AdvanceInput & { readonly world: WorkspaceSnapshot };

type At = Pick<AdvanceInput, "now" | "horizon"> & { readonly lag?: number | undefined };

/** Selects one person's share of the input of a batch. */
export function advanceInputOf(
  { now, horizon, lag }: At,
  world: WorkspaceSnapshot,
  person: Person,
  { owner, inbox }: PersonSignals,
  input: BatchInput,
): LoadedInput {
  const { personId } = owner;
  return {
    now,
    horizon,
    ...(lag === undefined ? {} : { lag }),
    person,
    enrollments: input.enrollments.get(personId) ?? [],
    past: input.past.get(personId) ?? [],
    queued: input.queued.get(personId) ?? [],
    failed: input.failed.get(personId) ?? [],
    chosen: input.chosen.get(personId) ?? {},
    counted: input.counted.get(personId) ?? [],
    events: input.events.get(personId) ?? [],
    signals: inbox.map(toSignal),
    world,
  };
}

function toSignal(row: UnreadSignal): Signal {
  return { ...row.payload, kind: row.kind, id: row.id, at: row.at } as Signal;
}
