"use client";

import { type FocusEvent, type KeyboardEvent, useMemo } from "react";
import type { Mode } from "../document/geometry.ts";
import { useActions } from "../state/context.tsx";

const OPENING = ["Enter", " "];

/** The keys that a step handles itself; all others are commands of the editor. */
export function useStepKeys(stepId: string, mode: Mode) {
  const { focus, open } = useActions();
  return useMemo(
    () => ({
      // Focus by Tab runs no command, so it is handled here. A mouse press may start a drag, so it must not move the canvas.
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
