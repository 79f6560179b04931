"use client";

import { ViewportPortal } from "@xyflow/react";
import type { HelperLine } from "../document/helper-lines.ts";

const FAR = 100_000;

/** The lines on which a dragged step and others lie. */
export function HelperLines({ lines }: { lines: readonly HelperLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ViewportPortal>
      {lines.map(({ axis, at }) => (
        <div
          key={axis}
          aria-hidden
          data-helper-line={axis}
          className="helper-line"
          style={
            axis === "x"
              ? { left: at, top: -FAR, width: 1, height: 2 * FAR }
              : { top: at, left: -FAR, height: 1, width: 2 * FAR }
          }
        />
      ))}
    </ViewportPortal>
  );
}
