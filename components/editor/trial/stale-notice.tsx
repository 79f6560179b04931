"use client";

import type { Canvas } from "#journey";
import { Notice } from "#shell";
import { useEditor } from "../state/context.tsx";

/** Shown when the draft has changed since the run. */
export function StaleNotice({ tried }: { tried: Canvas | null }) {
  const isStale = useEditor(({ canvas }) => tried !== null && canvas !== tried);
  return isStale ? <Notice tone="warning">The draft has changed since this run. Run it again.</Notice> : null;
}
