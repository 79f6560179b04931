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
 * Why a save failed: another user saved first, the server did not answer, nobody (or another user) is signed in, the
 * journey was deleted, or the server refused.
 */
export type SaveFailure =
  | { reason: "conflict" | "unreachable" | "signed_out" | "gone" }
  | { reason: "refused"; message: string };

export type SaveAnswer = { revision: number; problems: readonly Problem[] };

/** What a person does about a conflict. */
export type Choice = "theirs" | "mine" | "both";

/** Whether saving is blocked until something changes. */
export function isStuck({ kind }: SaveState): boolean {
  return kind !== "saved" && kind !== "waiting" && kind !== "saving";
}

/** Whether the connection was lost; shown until a save succeeds. */
export function isCutOff({ kind }: SaveState): boolean {
  return kind === "offline" || kind === "signed_out" || kind === "gone";
}

/** The state of a draft after a failed save. */
export function stateAfter(failure: SaveFailure): SaveState {
  if (failure.reason === "refused") return { kind: "failed", message: failure.message };
  if (failure.reason === "signed_out" || failure.reason === "gone") return { kind: failure.reason };
  return { kind: "offline" };
}
