import type { Journey, JourneyAction, JourneyStatus } from "#data";
import { type JourneyStatus as LifeStatus, movesFrom } from "#journey";

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
