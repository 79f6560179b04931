/**
 * Why a call in a thread has no result: it exceeded the time limit or the memory of a thread, or too many calls were
 * waiting.
 */
export type ThreadFault = "too_slow" | "too_large" | "busy";

export class ThreadError extends Error {
  override readonly name = "ThreadError";
  readonly fault: ThreadFault;

  constructor(fault: ThreadFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** Compares the name, because the server and the pages each have a copy of the class. */
export function threadFault(error: unknown): ThreadFault | null {
  return error instanceof Error && error.name === "ThreadError" ? (error as ThreadError).fault : null;
}
