"use client";

import { type RefObject, useEffect } from "react";
import type { Jump } from "../state/store.ts";

/** Brings the field a problem is about into view and focuses it. */
export function useJump(panel: RefObject<HTMLElement | null>, jump: Jump | null, id: string): void {
  useEffect(() => {
    if (!jump || jump.id !== id || !panel.current) return;
    const field = closestField(panel.current, jump.field);
    const control = field?.querySelector<HTMLElement>("input, textarea, button, [tabindex]");
    field?.scrollIntoView({ block: "center" });
    (control ?? panel.current).focus();
  }, [panel, jump, id]);
}

/** The field named by a problem's path, or the closest one around it: `config.rules.all.0` is shown at `rules`. */
function closestField(panel: HTMLElement, path: string | null): HTMLElement | null {
  if (path === null) return null;
  const fields = [...panel.querySelectorAll<HTMLElement>("[data-field]")];
  const wanted = path.replace(/^config\./, "");
  const fits = fields.filter((field) => wanted === field.dataset.field || wanted.startsWith(`${field.dataset.field}.`));
  return fits.sort((a, b) => (b.dataset.field?.length ?? 0) - (a.dataset.field?.length ?? 0))[0] ?? null;
}
