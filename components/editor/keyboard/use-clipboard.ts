"use client";

import { useReactFlow } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { isTyping } from "./matches.ts";
import { useStepCommands } from "./use-step-commands.ts";

/**
 * Copy, cut and paste through the browser's own clipboard events, so that they work on pages without TLS too.
 * Pasting puts steps where the pointer is over the canvas.
 */
export function useClipboard(canEdit: boolean): void {
  const flow = useReactFlow();
  const steps = useStepCommands();
  const pointer = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const put = (event: ClipboardEvent): boolean => {
      if (isTyping(event.target) || String(getSelection() ?? "") !== "") return false;
      const text = steps.copied();
      if (text === null) return false;
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
      return true;
    };
    const move = (event: PointerEvent) => {
      const isOver = event.target instanceof Element && event.target.closest("[data-editor-canvas]") !== null;
      pointer.current = isOver ? { x: event.clientX, y: event.clientY } : null;
    };
    const paste = (event: ClipboardEvent) => {
      if (!canEdit || isTyping(event.target)) return;
      const at = pointer.current ? flow.screenToFlowPosition(pointer.current) : null;
      const place = at && { x: Math.round(at.x), y: Math.round(at.y) };
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (steps.paste(text, place)) event.preventDefault();
      else void steps.pasteForeign(text, place);
    };
    document.addEventListener("copy", put, { signal });
    document.addEventListener("cut", (event) => (canEdit && put(event) ? steps.remove() : undefined), { signal });
    document.addEventListener("paste", paste, { signal });
    document.addEventListener("pointermove", move, { signal, passive: true });
    return () => stop.abort();
  }, [flow, steps, canEdit]);
}
