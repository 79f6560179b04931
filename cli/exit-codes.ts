import { SojournProblem } from "#sdk/node";

/** What the process ends with, by class of error. */
export const EXIT = {
  ok: 0,
  error: 1,
  usage: 2,
  /** Of commands that compare: there are changes. */
  changes: 2,
  validation: 3,
  signIn: 4,
  notFound: 5,
  conflict: 6,
  rateLimited: 7,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

type Finding = { readonly pointer: string; readonly message: string };

/** An error that the CLI itself finds. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly exit: ExitCode;
  readonly findings: readonly Finding[];
  /** What to do about it. */
  readonly hint: string | null;

  constructor(exit: ExitCode, message: string, more: { findings?: readonly Finding[]; hint?: string } = {}) {
    super(message);
    this.exit = exit;
    this.findings = more.findings ?? [];
    this.hint = more.hint ?? null;
  }
}

/** How a command ended that did its work and found something: no error, but an exit code of its own. */
export class Verdict extends Error {
  override readonly name = "Verdict";
  readonly exit: ExitCode;

  constructor(exit: ExitCode, message: string) {
    super(message);
    this.exit = exit;
  }
}

export const usage = (message: string, hint?: string): CliError =>
  new CliError(EXIT.usage, message, hint ? { hint } : {});

const BY_STATUS: Readonly<Record<number, ExitCode>> = {
  400: EXIT.validation,
  401: EXIT.signIn,
  403: EXIT.signIn,
  404: EXIT.notFound,
  409: EXIT.conflict,
  412: EXIT.conflict,
  413: EXIT.validation,
  422: EXIT.validation,
  429: EXIT.rateLimited,
};

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CliError || error instanceof Verdict) return error.exit;
  return error instanceof SojournProblem ? (BY_STATUS[error.status] ?? EXIT.error) : EXIT.error;
}
