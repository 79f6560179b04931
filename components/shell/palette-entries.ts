import type { LucideIcon } from "lucide-react";
import type { Searched } from "./rank.ts";

/** What a page offers to Ctrl+K: it leads to an address, or does something. */
export type PaletteEntry = Searched & { key: string; icon?: LucideIcon; hint?: string; onPick: () => void };
export type PaletteGroup = { heading: string; entries: readonly PaletteEntry[] };

const offers = new Set<() => readonly PaletteGroup[]>();

/** Offers entries while a page is open; they are read when Ctrl+K is pressed. Returns what takes them back. */
export function offerToPalette(read: () => readonly PaletteGroup[]): () => void {
  offers.add(read);
  return () => void offers.delete(read);
}

export const offeredEntries = (): PaletteGroup[] => [...offers].flatMap((read) => read());
