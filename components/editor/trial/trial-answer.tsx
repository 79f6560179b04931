"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { Canvas } from "#journey";
import { StaleNotice } from "./stale-notice.tsx";

/** What came out of a run, brought into view when it is new: the form above it may fill the whole panel. */
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
    // Half a panel of it is enough; more would take the form away from whoever tries one value after the other.
    if (hidden > panel.clientHeight / 2) panel.scrollBy({ top: hidden - panel.clientHeight / 2 });
  }, [answer]);
  return (
    <div ref={box} className="grid grid-cols-1 gap-3 border-t px-4 py-4">
      <StaleNotice tried={tried} />
      {children}
    </div>
  );
}
