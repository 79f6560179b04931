"use client";
import { useRef } from "react";
import type { ContentPreview } from "#data";

/** The last preview that has no error, so that a mistake in the source does not empty the preview while it is mended. */
export function useLastGood(preview: ContentPreview | undefined): {
  good: ContentPreview | undefined;
  isOld: boolean;
} {
  const last = useRef<ContentPreview>(undefined);
  const isBroken = preview !== undefined && hasErrors(preview);
  if (preview !== undefined && !isBroken) last.current = preview;
  const good = isBroken ? (last.current ?? preview) : preview;
  return { good, isOld: isBroken && last.current !== undefined };
}

const hasErrors = ({ errors, findings }: ContentPreview): boolean =>
  errors.length > 0 || findings.some(({ severity }) => severity === "error");
