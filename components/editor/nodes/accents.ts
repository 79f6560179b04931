/** The colours of a kind: its icon's tile, and its dot on the small map. */
export type Accent = { tile: string; map: string };

const accent = (tile: string, map: string): Accent => ({ tile, map });

export const accents = {
  start: accent("bg-emerald-500/12 text-emerald-700 dark:bg-emerald-400/15 dark:text-emerald-300", "#10b981"),
  message: accent("bg-indigo-500/12 text-indigo-700 dark:bg-indigo-400/18 dark:text-indigo-300", "#6366f1"),
  page: accent("bg-sky-500/12 text-sky-700 dark:bg-sky-400/15 dark:text-sky-300", "#0ea5e9"),
  change: accent("bg-teal-500/14 text-teal-700 dark:bg-teal-400/15 dark:text-teal-300", "#14b8a6"),
  wait: accent("bg-amber-500/16 text-amber-800 dark:bg-amber-400/15 dark:text-amber-300", "#f59e0b"),
  choice: accent("bg-fuchsia-500/12 text-fuchsia-700 dark:bg-fuchsia-400/15 dark:text-fuchsia-300", "#d946ef"),
  chance: accent("bg-rose-500/12 text-rose-700 dark:bg-rose-400/15 dark:text-rose-300", "#f43f5e"),
  goal: accent("bg-lime-500/18 text-lime-800 dark:bg-lime-400/15 dark:text-lime-300", "#84cc16"),
  end: accent("bg-stone-500/14 text-stone-700 dark:bg-stone-400/15 dark:text-stone-300", "#78716c"),
} satisfies Record<string, Accent>;
