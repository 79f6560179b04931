import type { JourneyStatus, PauseMode } from "#journey";

export const JOURNEY_STATUS_WORDS: Readonly<Record<Uppercase<JourneyStatus>, string>> = {
  DRAFT: "Draft",
  PUBLISHED: "Published",
  PAUSED: "Paused",
  ARCHIVED: "Archived",
};

export const ENROLLMENT_STATUS_WORDS = {
  ACTIVE: "Active",
  COMPLETED: "Completed",
  STOPPED: "Stopped",
  FAILED: "Failed",
  ARCHIVED: "Hidden",
} as const;

type PauseWords = { readonly title: string; readonly short: string; readonly text: string };

export const PAUSE_WORDS: Readonly<Record<PauseMode, PauseWords>> = {
  hold: {
    title: "Hold everyone at their step",
    short: "holding",
    text: "Nobody advances and nothing is sent. People stay at their step; overdue steps run on resume.",
  },
  drain: {
    title: "Let people finish, no new entries",
    short: "draining",
    text: "People inside continue and get their messages. Nobody new enters.",
  },
  queue: {
    title: "Continue, but queue messages",
    short: "queueing",
    text: "People advance and timers run; nobody new enters. Messages and changes are queued in order and run on resume.",
  },
};
