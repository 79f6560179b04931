import type { Journey, JourneyAction, JourneyStatus, PauseMode } from "#data";

export const STATUS_WORDS: Record<JourneyStatus, string> = {
  DRAFT: "Draft",
  PUBLISHED: "Published",
  PAUSED: "Paused",
  ARCHIVED: "Archived",
};

export const PAUSE_WORDS: Record<PauseMode, { title: string; short: string; text: string }> = {
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

/** The moves a journey may make, in the order menus show them. Anything else the server refuses with 409. */
export function legalActions(
  journey: Pick<Journey, "status" | "hasUnpublishedChanges" | "publishedVersion">,
): JourneyAction[] {
  switch (journey.status) {
    case "DRAFT":
      return ["publish", "archive", "delete"];
    case "PUBLISHED":
      return [...(journey.hasUnpublishedChanges ? (["publish"] as const) : []), "pause", "unpublish", "archive"];
    case "PAUSED":
      return ["resume", ...(journey.hasUnpublishedChanges ? (["publish"] as const) : []), "unpublish", "archive"];
    case "ARCHIVED":
      return ["restore", "delete"];
  }
}
