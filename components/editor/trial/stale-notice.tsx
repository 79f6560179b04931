"use client";

import type { Canvas } from "#journey";
import { Notice } from "#shell";
import { useEditor } from "../state/context.tsx";

/** Says so when the draft is no longer the one that was tried. */
export function StaleNotice({ tried }: { tried: Canvas | null }) {
  const isStale = useEditor(({ canvas }) => tried !== null && canvas !== tried);
  return isStale ? <Notice tone="warning">The draft has changed since this run. Run it again.</Notice> : null;
}
