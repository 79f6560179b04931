/** `full`: the server answers 429, as too many streams are open; it is tried again until there is room. */
export type LiveState = "connecting" | "open" | "lost" | "full";

export const LIVE_WORDS: Record<LiveState, string> = {
  connecting: "Connecting…",
  open: "Live",
  lost: "Connection lost. Trying again…",
  full: "Too many live views are open. Close another one; this one keeps trying.",
};

/** The pause before the first new attempt; it doubles with each one that fails, up to the longest pause. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Follows an event stream until it is closed. A browser reconnects when a connection breaks, but stops after an error
 * answer and does not say which one: this asks for the status, reports it, and retries.
 */
export function followStream(
  url: string,
  tell: (state: LiveState) => void,
  listen: (source: EventSource) => void,
): () => void {
  const asking = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | undefined;
  let pause = FIRST_PAUSE_MS;
  const open = () => {
    source = new EventSource(url);
    listen(source);
    source.onopen = () => {
      pause = FIRST_PAUSE_MS;
      tell("open");
    };
    source.onerror = () => {
      tell("lost");
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      void isFull(url, asking.signal).then((full) => (full && !asking.signal.aborted ? tell("full") : undefined));
    };
  };
  open();
  return () => {
    asking.abort();
    clearTimeout(timer);
    source?.close();
  };
}

/** Whether the stream is refused because too many are open. A stream that does open is closed immediately. */
async function isFull(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal, headers: { accept: "text/event-stream" } });
    await answer.body?.cancel();
    return answer.status === 429;
  } catch {
    return false;
  }
}
