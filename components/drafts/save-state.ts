import type { Canvas, Problem } from "#journey";
import type { Merge } from "./merge.ts";

/** The draft as the server has it. */
export type Saved = { canvas: Canvas; revision: number };
export type Conflict = { theirs: Saved; merge: Merge };
export type SaveState =
  | { kind: "saved"; at: number | null }
  | { kind: "waiting" }
  | { kind: "saving" }
  | { kind: "offline" }
  | { kind: "signed_out" }
  | { kind: "gone" }
  | { kind: "failed"; message: string }
  | { kind: "conflict"; conflict: Conflict };

/**
 * Why a save did not happen: someone else saved first, nobody answered, nobody is signed in (or somebody else is), the
 * journey is not there any more, or the server refused.
 */
export type SaveFailure =
  | { reason: "conflict" | "unreachable" | "signed_out" | "gone" }
  | { reason: "refused"; message: string };

export type SaveAnswer = { revision: number; problems: readonly Problem[] };

/** What a person does about a conflict. */
export type Choice = "theirs" | "mine" | "both";

/** Whether a save is neither done nor on its way: something has to change first. */
export function isStuck({ kind }: SaveState): boolean {
  return kind !== "saved" && kind !== "waiting" && kind !== "saving";
}

/** Whether the way to the server was cut; that is shown until a save succeeds, whatever is typed meanwhile. */
export function isCutOff({ kind }: SaveState): boolean {
  return kind === "offline" || kind === "signed_out" || kind === "gone";
}

/** What a draft that could not be saved is in from then on. */
export function stateAfter(failure: SaveFailure): SaveState {
  if (failure.reason === "refused") return { kind: "failed", message: failure.message };
  if (failure.reason === "signed_out" || failure.reason === "gone") return { kind: failure.reason };
  return { kind: "offline" };
}
