import type { Program, World } from "#engine";

/** What one workspace's batches run on, with what the driver looks up in it again and again. */
export type LoadedWorld = World & {
  readonly programs: Map<string, Program>;
  /** Events that start an enrollment somewhere: only they need finished enrollments to be judged. */
  readonly startingEvents: ReadonlySet<string>;
  /** Whether a change of the person can start an enrollment: an audience, or a trigger on a segment. */
  readonly entersBySegment: boolean;
  /** Journeys that whoever joins a segment is let into: its audience, with no other way in (R28). */
  readonly audiences: ReadonlyMap<string, readonly string[]>;
  /** Names whose past events the rules of segments count. */
  readonly segmentEvents: readonly string[];
  readonly usesSegments: boolean;
  readonly usesQueues: boolean;
};

export type FaultyVersion = { readonly workspaceId: string; readonly journeyId: string | null; readonly why: string };

/** Everything of one revision of `engine_config`; programs are immutable and carried over (R14). */
export type Configuration = {
  readonly revision: number;
  readonly worlds: ReadonlyMap<string, LoadedWorld>;
  /** Versions of a newer format than this worker runs (R16). */
  readonly unreadable: readonly string[];
  /** Versions that were read and cannot be run by any worker: nobody enters them, and who stands on one stays there (R53). */
  readonly faulty: Map<string, FaultyVersion>;
  /** Workspaces in which people enter such a version: any event of theirs may be its trigger. */
  readonly closed: readonly string[];
};

export const emptyConfiguration: Configuration = {
  revision: -1,
  worlds: new Map(),
  unreadable: [],
  faulty: new Map(),
  closed: [],
};
