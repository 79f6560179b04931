"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { Canvas } from "#journey";
import { StaleNotice } from "./stale-notice.tsx";

/** The result of a run, scrolled into view when it is new, because the form above may fill the panel. */
export function TrialAnswer({
  answer,
  tried,
  children,
}: {
  answer: object;
  tried: Canvas | null;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const panel = box.current?.closest<HTMLElement>("[data-trial-scroll]");
    if (!panel || !box.current || !answer) return;
    const hidden = box.current.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    // Scrolls it half into view, so that the form stays visible for changing values.
    if (hidden > panel.clientHeight / 2) panel.scrollBy({ top: hidden - panel.clientHeight / 2 });
  }, [answer]);
  return (
    <div ref={box} className="grid grid-cols-1 gap-3 border-t px-4 py-4">
      <StaleNotice tried={tried} />
      {children}
    </div>
  );
}
