"use client";

import { type FocusEvent, type KeyboardEvent, useMemo } from "react";
import type { Mode } from "../document/geometry.ts";
import { useActions } from "../state/context.tsx";

const OPENING = ["Enter", " "];

/** What a step on the canvas does of itself with the keyboard; everything else is a command of the editor. */
export function useStepKeys(stepId: string, mode: Mode) {
  const { focus, open } = useActions();
  return useMemo(
    () => ({
      // Tab leads to a step without a command. A press of the mouse may begin a drag, so it must not move the canvas.
      onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => {
        if (currentTarget.matches(":focus-visible")) focus(stepId);
      },
      // While building, commands answer these keys. The live view has none.
      onKeyDown: (event: KeyboardEvent) => {
        if (mode !== "live" || event.target !== event.currentTarget || !OPENING.includes(event.key)) return;
        event.preventDefault();
        open({ kind: "node", id: stepId });
      },
    }),
    [stepId, mode, focus, open],
  );
}
