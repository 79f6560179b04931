/**
 * Why a call in a thread has no answer: it took longer than it may, needed more memory than a thread has, or there were too
 * many others before it.
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

/** Looks at the name, as the server and the pages each hold a copy of the class. */
export function threadFault(error: unknown): ThreadFault | null {
  return error instanceof Error && error.name === "ThreadError" ? (error as ThreadError).fault : null;
}
