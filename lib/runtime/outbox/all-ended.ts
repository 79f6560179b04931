/** Waits until all of it has ended, then throws what was thrown first: nothing goes on behind the back of the caller. */
export async function allEnded(work: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}
