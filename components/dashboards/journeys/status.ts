import type { Journey, JourneyAction, JourneyStatus } from "#data";
import { type JourneyStatus as LifeStatus, movesFrom, type PauseMode } from "#journey";

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

const LIFE_STATUS: Record<JourneyStatus, LifeStatus> = {
  DRAFT: "draft",
  PUBLISHED: "published",
  PAUSED: "paused",
  ARCHIVED: "archived",
};

/** The moves a journey may make, in the order menus show them. Anything else the server refuses with 409. */
export function legalActions(journey: Pick<Journey, "status" | "hasUnpublishedChanges">): JourneyAction[] {
  const { status, hasUnpublishedChanges } = journey;
  const isOff = status === "DRAFT" || status === "ARCHIVED";
  const moves = movesFrom(LIFE_STATUS[status]).filter((move) => move !== "publish" || isOff || hasUnpublishedChanges);
  return isOff ? [...moves, "delete"] : moves;
}

/** The moves that have a button of their own in a journey's header; the others are in its menu. */
export const MAIN_ACTIONS: ReadonlySet<JourneyAction> = new Set(["publish", "pause", "resume", "restore"]);
