/** What a journey's life consists of: its statuses, the moves between them, and what a pause means. */
export const JOURNEY_STATUSES = ["draft", "published", "paused", "archived"] as const;
export type JourneyStatus = (typeof JOURNEY_STATUSES)[number];

/** `hold` stops people in place, `drain` lets them go on, `queue` sets their actions aside; all let nobody new in. */
export const PAUSE_MODES = ["hold", "drain", "queue"] as const;
export type PauseMode = (typeof PAUSE_MODES)[number];

/** What becomes of timers that a pause kept back: they fire at once, or are shifted by its length. */
export type OnResume = "fire" | "shift";

export type JourneyMove = "resume" | "publish" | "pause" | "unpublish" | "archive" | "restore";

/** A pause of a journey; the times as its user writes them. */
export type Pause<Time> = {
  readonly mode: PauseMode;
  readonly from: Time;
  /** `null` while it lasts. */
  readonly to: Time | null;
  /** What becomes of node timers it spans; the journey's `onResume` unless said: a time without an engine has its own. */
  readonly onResume?: OnResume;
};

type Step = {
  readonly to: JourneyStatus;
  readonly pause?: "begins" | "ends";
  /** Accepted, and changes nothing. */
  readonly isRepeat?: true;
};

/**
 * The life cycle: from each status the moves that are legal, in the order menus show them. A publish of a published journey
 * needs a draft that differs, or people to move; one of a paused journey resumes it (R34).
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

/** What of a journey a move changes. */
export type LifeState<Time> = {
  readonly status: JourneyStatus;
  readonly pauseMode: PauseMode | null;
  readonly pauses: readonly Pause<Time>[];
};

/** The state behind a move at `at`; null if the move is not legal from here. A pause is a `drain` unless `mode` says. */
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
