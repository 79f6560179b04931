"use client";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";

type FilterSelectProps = {
  label: string;
  /** What it says while nothing is chosen, such as “All channels”. */
  every: string;
  value: string | null;
  options: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string | null) => void;
};

/** Narrows a list to one of the options, or to none of them. */
export function FilterSelect({ label, every, value, options, onChange }: FilterSelectProps) {
  return (
    <Select value={value ?? "all"} onValueChange={(next) => onChange(next === "all" ? null : next)}>
      <SelectTrigger aria-label={label} className="w-40">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectItem value="all">{every}</SelectItem>
        {options.map((option) => (
          <SelectItem key={option.value} value={option.value}>
            {option.label}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
