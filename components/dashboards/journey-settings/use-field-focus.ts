"use client";
import { useEffect } from "react";
import type { UseFormReturn } from "react-hook-form";
import { fieldFor } from "./field-for.ts";
import type { SettingsValues } from "./values.ts";

/** Scrolls to the field for which the panel was opened and focuses it. */
export function useFieldFocus(form: UseFormReturn<SettingsValues>, path: string | null): void {
  const { setFocus } = form;
  useEffect(() => {
    if (path === null) return;
    const field = fieldFor(path);
    const frame = requestAnimationFrame(() => {
      // Exit conditions are a list, so its section is focused. Paths without a field leave the focus at the top.
      if (field === "exits") document.querySelector<HTMLElement>("[data-exits] button")?.focus();
      else setFocus(field === "root" ? "name" : field);
      document.activeElement?.scrollIntoView({ block: "center" });
    });
    return () => cancelAnimationFrame(frame);
  }, [setFocus, path]);
}
