import type { Journey, JourneyAction, JourneyStatus, PauseMode } from "#data";

export const STATUS_WORDS: Record<JourneyStatus, string> = {
  DRAFT: "Draft",
  PUBLISHED: "Published",
  PAUSED: "Paused",
  ARCHIVED: "Archived",
};

export const PAUSE_WORDS: Record<PauseMode, { title: string; short: string; text: string }> = {
  hold: {
    title: "Hold everybody where they are",
    short: "holding",
    text: "Nobody moves and nothing is sent. People keep their place; what fell due meanwhile happens on resume.",
  },
  drain: {
    title: "Let them finish, nobody new",
    short: "draining",
    text: "People already inside walk on and get their messages. Nobody new enters.",
  },
  queue: {
    title: "Keep walking, hold back messages",
    short: "queueing",
    text: "People walk on and timers run, nobody new enters. Every message and change is queued in order and runs on resume.",
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
