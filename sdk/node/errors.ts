import type { ProblemDocument } from "./types/api.ts";

/** One finding of a refusal: where it is in the request, and what is wrong. */
export type FieldError = ProblemDocument["errors"][number];

/** What the server answered when it refused a request. */
export class SojournProblem extends Error {
  override readonly name = "SojournProblem";
  readonly status: number;
  /** `not_found`, `conflict`, `unprocessable` and others; stable, unlike the message. */
  readonly code: string;
  readonly errors: readonly FieldError[];
  readonly requestId: string | null;
  /** After how many milliseconds the request may be repeated; null = the server does not say. */
  readonly retryAfterMs: number | null;
  /** Everything that was answered. */
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(status: number, problem: Partial<ProblemDocument>, retryAfterMs: number | null = null) {
    super(problem.detail ?? problem.title ?? `The server answered with status ${status}.`);
    this.status = status;
    this.code = problem.code ?? "unknown";
    this.errors = problem.errors ?? [];
    this.requestId = problem.requestId ?? null;
    this.retryAfterMs = retryAfterMs;
    this.problem = problem;
  }
}

/** The server cannot be reached, or something else answers at its address. */
export class SojournUnreachable extends Error {
  override readonly name = "SojournUnreachable";
}

/** Why messages are lost. */
export type LossReason = "refused" | "full" | "closed" | "unsent";

/** A message of which is known that it will not be stored. */
export type LostMessage = {
  readonly message: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
};

/** Says which messages are lost, and why: what `onError` gets. */
export class SojournLoss extends Error {
  override readonly name = "SojournLoss";
  /**
   * `refused`: the server does not store them · `full`: the queue had no room · `closed`: sent after `close` ·
   * `unsent`: the server was away until the end.
   */
  readonly reason: LossReason;
  readonly messages: readonly LostMessage[];

  constructor(reason: LossReason, text: string, messages: readonly LostMessage[], cause?: unknown) {
    super(text, cause === undefined ? {} : { cause });
    this.reason = reason;
    this.messages = messages;
  }
}
