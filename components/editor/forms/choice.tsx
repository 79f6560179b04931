"use client";

import type { ComponentProps } from "react";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";

export type Option = { value: string; label: string };
type ChoiceProps = Omit<ComponentProps<typeof SelectTrigger>, "value" | "onChange"> & {
  value: unknown;
  onChange: (value: string) => void;
  options: readonly Option[];
  placeholder?: string;
};

/** A select over a short list. */
export function Choice({ value, onChange, options, placeholder, ...trigger }: ChoiceProps) {
  return (
    <Select value={typeof value === "string" ? value : ""} onValueChange={onChange}>
      <SelectTrigger {...trigger}>
        <SelectValue placeholder={placeholder ?? "Choose…"} />
      </SelectTrigger>
      <SelectContent>
        {options.map((option) => (
          <SelectItem key={option.value} value={option.value}>
            {option.label}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
