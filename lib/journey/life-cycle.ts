/** The statuses of a journey. */
export const JOURNEY_STATUSES = ["draft", "published", "paused", "archived"] as const;
export type JourneyStatus = (typeof JOURNEY_STATUSES)[number];

/**
 * `hold` stops enrollments at their position, `drain` lets them continue, `queue` sets their effects aside. No mode
 * accepts new enrollments.
 */
export const PAUSE_MODES = ["hold", "drain", "queue"] as const;
export type PauseMode = (typeof PAUSE_MODES)[number];

/** What happens on resume to timers that a pause kept: they fire at once, or move by the length of the pause. */
export type OnResume = "fire" | "shift";

export type JourneyMove = "resume" | "publish" | "pause" | "unpublish" | "archive" | "restore";

/** A pause of a journey; `Time` is the caller's type for times. */
export type Pause<Time> = {
  readonly mode: PauseMode;
  readonly from: Time;
  /** `null` while it lasts. */
  readonly to: Time | null;
  /** What happens to timers that the pause spans; the journey's `onResume` unless set. A downtime has its own. */
  readonly onResume?: OnResume;
};

type Step = {
  readonly to: JourneyStatus;
  readonly pause?: "begins" | "ends";
  /** The move is accepted and changes nothing. */
  readonly isRepeat?: true;
};

/**
 * The legal moves from each status, in the order of the menus. Publishing a published journey needs a draft that
 * differs, or enrollments to migrate; publishing a paused one resumes it (R34).
 */
export const LIFE_CYCLE: Readonly<Record<JourneyStatus, Readonly<Partial<Record<JourneyMove, Step>>>>> = {
  draft: { publish: { to: "published" }, archive: { to: "archived" } },
  published: {
    publish: { to: "published" },
    pause: { to: "paused", pause: "begins" },
    unpublish: { to: "draft" },
    archive: { to: "archived" },
  },
  paused: {
    resume: { to: "published", pause: "ends" },
    publish: { to: "published", pause: "ends" },
    unpublish: { to: "draft", pause: "ends" },
    archive: { to: "archived", pause: "ends" },
  },
  archived: { restore: { to: "draft" }, archive: { to: "archived", isRepeat: true } },
};

const MOVES: readonly JourneyMove[] = ["resume", "publish", "pause", "unpublish", "archive", "restore"];

/** The moves that change a journey of this status, in the order menus show them. */
export function movesFrom(status: JourneyStatus): JourneyMove[] {
  return MOVES.filter((move) => {
    const step = LIFE_CYCLE[status][move];
    return step !== undefined && step.isRepeat !== true;
  });
}

/** The fields of a journey that a move changes. */
export type LifeState<Time> = {
  readonly status: JourneyStatus;
  readonly pauseMode: PauseMode | null;
  readonly pauses: readonly Pause<Time>[];
};

/** The state after a move at `at`; null = the move is not legal. The pause mode is `drain` unless `mode` is given. */
export function applyMove<Time>(
  state: LifeState<Time>,
  move: JourneyMove,
  { at, mode = "drain" }: { readonly at: Time; readonly mode?: PauseMode },
): LifeState<Time> | null {
  const step = LIFE_CYCLE[state.status][move];
  if (step === undefined) return null;
  const { pauses } = state;
  if (step.pause === "begins")
    return { status: step.to, pauseMode: mode, pauses: [...pauses, { mode, from: at, to: null }] };
  if (step.pause === "ends")
    return {
      status: step.to,
      pauseMode: null,
      pauses: pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause)),
    };
  return { status: step.to, pauseMode: null, pauses };
}
