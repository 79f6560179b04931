import type { Unsaved } from "./drafts.ts";

/** The state of unsaved changes, in a sentence or two. */
export function sayUnsaved({ name, state, changes, isKept }: Unsaved): string {
  const what = `${changes === 1 ? "1 unsaved change" : `${changes} unsaved changes`} in “${name}”`;
  const kept = isKept ? "kept in this browser" : "only on this page, so keep it open,";
  switch (state.kind) {
    case "offline":
      return `${what}: ${kept} and saved when you are back online.`;
    case "signed_out":
      return `${what}: you were signed out. It is ${kept} and saved when you sign in again.`;
    case "conflict":
      return `${what}: somebody else changed the same part. Open the journey to choose which change to keep.`;
    case "gone":
      return `${what}: “${name}” was deleted, so it cannot be saved.`;
    case "failed":
      return `${what}: it could not be saved. ${state.message}`;
    default:
      return `${what}: being saved.`;
  }
}
