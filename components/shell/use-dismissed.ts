"use client";

import { useState } from "react";

/** Whether a banner was dismissed in this tab, and what dismisses it; a new tab shows it again. */
export function useDismissed(name: string): [isDismissed: boolean, dismiss: () => void] {
  const key = `sojourn:dismissed:${name}`;
  const [isDismissed, setDismissed] = useState(() => wasDismissed(key));
  const dismiss = () => {
    setDismissed(true);
    try {
      sessionStorage.setItem(key, "1");
    } catch {
      // Storage may be blocked; then the banner comes back with the next page.
    }
  };
  return [isDismissed, dismiss];
}

function wasDismissed(key: string): boolean {
  try {
    return typeof sessionStorage !== "undefined" && sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
