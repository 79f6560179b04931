"use client";

import type { FocusEvent } from "react";
import type { Annotation } from "#journey";
import { useActions, useEditor } from "../state/context.tsx";

/** What makes a note or a group part of the one Tab stop of the canvas; its keys are commands of the editor. */
export function useAnnotationKeys(id: string, kind: Annotation["kind"]) {
  const isTabStop = useEditor((state) => state.focusedId === id);
  const { focus } = useActions();
  return {
    role: "button",
    "aria-roledescription": kind,
    "data-annotation": id,
    tabIndex: isTabStop ? 0 : -1,
    onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => {
      if (currentTarget.matches(":focus-visible")) focus(id);
    },
  };
}
