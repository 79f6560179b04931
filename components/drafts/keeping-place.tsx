"use client";

import { createContext, type ReactNode, useState } from "react";
import type { DraftKeeping } from "./keeping.ts";

/** Where the drafts of this tab are, from the first page that needs them on. */
export type KeepingPlace = { keeping: DraftKeeping | null };

export const PlaceContext = createContext<KeepingPlace | null>(null);

/**
 * Stands above all pages, those outside of the studio too: edits that are unsaved when a session ends are still there
 * after signing in. It holds no code of drafts, which the page for signing in would wait for.
 */
export function KeepingPlaceProvider({ children }: { children: ReactNode }) {
  const [place] = useState<KeepingPlace>(() => ({ keeping: null }));
  return <PlaceContext value={place}>{children}</PlaceContext>;
}
