/**
 * Drafts that are being edited: saved automatically, stored in the browser until then, and merged with other users'
 * saves.
 */

export type { Draft, OpenedJourney } from "./draft.ts";
export { DraftKeeper } from "./draft-keeper.tsx";
export type { Unsaved } from "./drafts.ts";
export { DraftsProvider, useDraftKeeping, useUnsaved } from "./drafts-provider.tsx";
export { KeepingPlaceProvider } from "./keeping-place.tsx";
export { type MergeConflict, mergeCanvas, sharing } from "./merge.ts";
export { same } from "./same.ts";
export type { Choice, Conflict, SaveState } from "./save-state.ts";
export { SignInLink, UnsavedBanner } from "./unsaved-banner.tsx";
export { sayUnsaved } from "./words.ts";
