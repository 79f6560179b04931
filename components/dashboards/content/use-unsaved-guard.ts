"use client";
import { useEffect, useState } from "react";

/**
 * While `dirty`, closing the tab shows the browser's question, and clicks on links are intercepted: `heldHref` is the
 * intercepted target.
 */
export function useUnsavedGuard(dirty: boolean) {
  const [heldHref, setHeldHref] = useState<string | null>(null);
  useEffect(() => {
    if (!dirty) return;
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const href = link?.getAttribute("href");
      if (!href?.startsWith("/") || event.ctrlKey || event.metaKey || event.shiftKey || link?.getAttribute("target"))
        return;
      event.preventDefault();
      event.stopPropagation();
      setHeldHref(href);
    };
    window.addEventListener("beforeunload", onLeave);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onLeave);
      document.removeEventListener("click", onClick, true);
    };
  }, [dirty]);
  return { heldHref, stay: () => setHeldHref(null) };
}
