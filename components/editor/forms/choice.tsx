"use client";

import type { ComponentProps } from "react";
import { LONG_LIST, SearchSelect } from "#ui/search-select";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";

export type Option = { value: string; label: string };
type ChoiceProps = Omit<ComponentProps<typeof SelectTrigger>, "value" | "onChange"> & {
  value: unknown;
  onChange: (value: string) => void;
  options: readonly Option[];
  placeholder?: string;
};

/** A select with search for long lists. */
export function Choice({ value, onChange, options, placeholder, ...trigger }: ChoiceProps) {
  if (options.length > LONG_LIST) {
    const { dir: _dir, ...button } = trigger;
    return (
      <SearchSelect
        {...button}
        value={typeof value === "string" ? value : ""}
        onChange={onChange}
        options={options}
        {...(placeholder ? { placeholder } : {})}
      />
    );
  }
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
