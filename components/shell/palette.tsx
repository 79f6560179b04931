"use client";
import { useEffect, useState } from "react";
import { loadedOnUse } from "./loaded-on-use.tsx";

const load = async () => (await import("./palette-dialog.tsx")).PaletteDialog;
const PaletteDialog = loadedOnUse(load, ({ open }) => open);

const OPEN = "sojourn:palette";

export const openPalette = () => window.dispatchEvent(new Event(OPEN));

/** Ctrl+K anywhere but on pages that answer it themselves (they mark the event as handled). */
export function Palette() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    const onKey = (event: KeyboardEvent) => {
      // On its way before K is pressed, so that what is typed next is typed into it.
      if (event.key === "Control" || event.key === "Meta") void load().catch(() => undefined);
      if (event.defaultPrevented || event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    window.addEventListener(OPEN, show);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener(OPEN, show);
      window.removeEventListener("keydown", onKey);
    };
  }, []);
  return <PaletteDialog open={open} onOpenChange={setOpen} />;
}
