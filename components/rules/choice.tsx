"use client";
import { LONG_LIST, SearchSelect } from "#ui/search-select";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";

type ChoiceProps = {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string) => void;
  className?: string;
  placeholder?: string;
};

/** A select; a long list has a search. */
export function Choice({ label, value, options, onChange, className, placeholder = "Choose…" }: ChoiceProps) {
  if (options.length > 2 * LONG_LIST)
    return <SearchSelect aria-label={label} {...{ value, onChange, options, placeholder }} className={className} />;
  return (
    <Select value={value} onValueChange={onChange}>
      <SelectTrigger aria-label={label} className={className}>
        <SelectValue placeholder={placeholder} />
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
