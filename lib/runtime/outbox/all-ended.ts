/**
 * Waits until all promises have settled, then throws the first error, so that nothing continues after the caller has
 * returned.
 */
export async function allEnded(work: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}
