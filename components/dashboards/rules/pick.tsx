"use client";
import { LONG_LIST, SearchSelect } from "#ui/search-select";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";

type PickProps = {
  label: string;
  value: string;
  options: Record<string, string>;
  onChange: (value: string) => void;
  className?: string;
  placeholder?: string;
  /** Where a `Field` names it. */
  id?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
};

/** A select from a record of words. */
export function Pick({ label, value, options, onChange, className, placeholder, ...field }: PickProps) {
  const entries = Object.entries(options);
  if (entries.length > LONG_LIST)
    return (
      <SearchSelect
        {...field}
        aria-label={label}
        value={value}
        onChange={onChange}
        options={entries.map(([key, word]) => ({ value: key, label: word }))}
        className={className ?? "w-36"}
        {...(placeholder ? { placeholder } : {})}
      />
    );
  return (
    <Select value={value} onValueChange={onChange}>
      <SelectTrigger {...field} aria-label={label} className={className ?? "w-36"}>
        <SelectValue placeholder={placeholder} />
      </SelectTrigger>
      <SelectContent>
        {entries.map(([key, word]) => (
          <SelectItem key={key} value={key}>
            {word}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
