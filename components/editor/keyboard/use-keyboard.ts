"use client";

import { useEffect } from "react";
import { commands } from "./commands.ts";
import { isTyping, matches } from "./matches.ts";
import { useArrows } from "./use-arrows.ts";
import { useClipboard } from "./use-clipboard.ts";
import type { RunCommand } from "./use-commands.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";

/** Runs commands by their keys, wherever in the editor the focus is. */
export function useKeyboard(canEdit: boolean, run: RunCommand): void {
  useClipboard(canEdit);
  useArrows(canEdit);
  useKeptFocus();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const stepId = stepAt(event.target);
      // Space moves the canvas while it is held, so React Flow takes it everywhere; on a step it opens the step.
      if (event.defaultPrevented && (event.key !== " " || stepId === null)) return;
      const command = commands.find(({ keys }) => keys.some((keys) => matches(event, keys)));
      if (!command || (command.edits && !canEdit) || (isTyping(event.target) && !command.whileTyping)) return;
      if (command.id === "open" && stepId === null && (event.key === " " || event.target !== document.body)) return;
      if (command.id === "back" && isLayered(event.target)) return;
      event.preventDefault();
      run(command.id, { stepId });
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [canEdit, run]);
}

/** The focused step, note or group on the canvas or in the outline, whether focused by arrows, click or Tab. */
const stepAt = (target: EventTarget | null) =>
  target instanceof Element
    ? (target.getAttribute("data-step") ??
      target.getAttribute("data-outline") ??
      target.getAttribute("data-annotation"))
    : null;

/** Menus and dialogs close themselves. */
const isLayered = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null;
