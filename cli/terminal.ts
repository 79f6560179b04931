import type { Readable } from "node:stream";

/** A stream that the CLI writes to; `isTTY` when people see it. */
export type Sink = {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
};

/** What is asked of a person at a terminal; null = cancelled. */
export type Prompts = {
  readonly confirm: (question: string) => Promise<boolean | null>;
  readonly text: (question: string, initial: string) => Promise<string | null>;
  readonly secret: (question: string) => Promise<string | null>;
};

/** Everything of the outside world that the CLI touches. A test gives its own. */
export type Terminal = {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Whether a person can answer. */
  readonly isInteractive: boolean;
  /** For commands that answer while they read. */
  readonly stdin: Readable;
  readonly readStdin: () => Promise<string>;
  readonly prompts: Prompts;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The folder of the CLI's own files. */
  readonly configDir: string;
  readonly now: () => number;
  /** Ends streams that would go on forever. */
  readonly signal: AbortSignal;
};
