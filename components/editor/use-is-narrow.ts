"use client";

import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 767.98px)";

function follow(onChange: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/**
 * Whether the page is as narrow as a phone's. Hidden parts are not rendered: a canvas hidden only by CSS would measure
 * its steps as points, and draw its edges wrongly when the page becomes wide.
 */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    follow,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
}
