/** What the workers of one process know of live work: signals and due timers, which bulk work yields to (R50). */
export type LiveWork = {
  /** When a batch last found live work, by the process's own monotonic clock in ms. */
  lastAt: number;
  /** Batches that are being worked on. */
  running: number;
  /** Rounds of operations that are being worked on. */
  bulk: number;
  /** How long the last round of operations took, in ms. */
  lastRoundMs: number;
  /** Rows a millisecond of each kind of operation. */
  readonly speeds: Map<string, number>;
  readonly wakeUps: Set<() => void>;
};

/** After so long without a signal and a due timer the machine belongs to bulk work, in ms. */
const QUIET_MS = 2_000;

export const openLiveWork = (): LiveWork => ({
  lastAt: Number.NEGATIVE_INFINITY,
  running: 0,
  bulk: 0,
  lastRoundMs: 0,
  speeds: new Map(),
  wakeUps: new Set(),
});

/** Whether people were live a moment ago. */
export const isLive = ({ lastAt, running }: LiveWork): boolean => running > 0 || performance.now() - lastAt < QUIET_MS;

/** How much of the machine operations take. */
type Width = {
  /** Loops of a process that work on operations at the same time. */
  readonly atOnce: number;
  /** Shards of one transaction; few, because nobody else can write in them meanwhile. */
  readonly shards: number;
  /**
   * How long a transaction keeps its shards, in ms (approximate). Consecutive slices of one shard find its part of the
   * indexes in memory.
   */
  readonly holdMs: number;
};

const WIDE: Width = { atOnce: Number.POSITIVE_INFINITY, shards: 2, holdMs: 400 };
const NARROW: Width = { atOnce: 2, shards: 1, holdMs: 25 };

export const widthOf = (live: LiveWork): Width => (isLive(live) ? NARROW : WIDE);

/** About 2,000 rows per slice: large enough to be worth a transaction, small enough not to delay events (R15). */
const SLICE = 2_000;
const SMALLEST_SLICE = 50;
const SLICE_MS = 20;

/** The rows of the next slice of a kind of operation. While people are live they take about 20 ms. */
export function sliceFor(live: LiveWork, kind: string): number {
  if (!isLive(live)) return SLICE;
  const speed = live.speeds.get(kind) ?? SMALLEST_SLICE / SLICE_MS;
  return Math.max(SMALLEST_SLICE, Math.min(SLICE, Math.round(speed * SLICE_MS)));
}

/** Notes how fast a slice was, in rows a millisecond; the latest one counts for half. */
export function noteSlice({ speeds }: LiveWork, kind: string, speed: number): void {
  const before = speeds.get(kind) ?? speed;
  speeds.set(kind, (before + speed) / 2);
}

/** Runs a batch for people who are live; rounds of operations wait for its end. */
export async function asLive<Answer extends { readonly idle: boolean }>(
  live: LiveWork,
  run: () => Promise<Answer>,
): Promise<Answer> {
  live.running += 1;
  try {
    const answer = await run();
    if (!answer.idle) live.lastAt = performance.now();
    return answer;
  } finally {
    live.running -= 1;
    if (live.running === 0) for (const wake of live.wakeUps) wake();
  }
}

/** Bulk work keeps a tenth of the time. */
const MOST_WAITED = 9;
const LONGEST_WAIT_MS = 1_000;

/** Waits until no batch is worked on, but only so long that operations never stand still. */
export async function yieldToLive(live: LiveWork): Promise<void> {
  if (live.running === 0) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer);
      live.wakeUps.delete(go);
      resolve();
    };
    const timer = setTimeout(go, Math.min(LONGEST_WAIT_MS, MOST_WAITED * live.lastRoundMs));
    live.wakeUps.add(go);
  });
}
