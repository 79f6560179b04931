const LATEST_MS = 3_000;

/** Acts when the page has nothing else to do, after three seconds at most; the answer calls it off. */
export function whenIdle(act: () => void): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(act, LATEST_MS);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(act, { timeout: LATEST_MS });
  return () => cancelIdleCallback(request);
}
