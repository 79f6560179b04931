import {
  Archive,
  ArchiveRestore,
  CirclePause,
  CirclePlay,
  EyeOff,
  type LucideIcon,
  Rocket,
  Trash2,
} from "lucide-react";
import type { JourneyAction } from "#data";

/** What each move is called on buttons and menus, before and after. */
export const ACTION_WORDS: Record<JourneyAction, { label: string; done: string; icon: LucideIcon }> = {
  publish: { label: "Publish", done: "Published.", icon: Rocket },
  pause: { label: "Pause", done: "Paused.", icon: CirclePause },
  resume: { label: "Resume", done: "Running again.", icon: CirclePlay },
  unpublish: { label: "Unpublish", done: "Back to draft.", icon: EyeOff },
  archive: { label: "Archive", done: "Archived.", icon: Archive },
  restore: { label: "Restore", done: "Restored as a draft.", icon: ArchiveRestore },
  delete: { label: "Delete", done: "Deleted.", icon: Trash2 },
};

/** How often a person may enter, by the setting. */
export const RE_ENTRY_WORDS = {
  once: "Once, ever",
  after_exit: "Again, if the last time ended early",
  restart: "Again, and start over when still inside",
  every: "Every time, also in parallel",
};
