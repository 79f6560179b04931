"use client";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";

type PickProps = {
  label: string;
  value: string;
  options: Record<string, string>;
  onChange: (value: string) => void;
  className?: string;
  placeholder?: string;
};

/** A select from a record of words. */
export function Pick({ label, value, options, onChange, className, placeholder }: PickProps) {
  return (
    <Select value={value} onValueChange={onChange}>
      <SelectTrigger aria-label={label} className={className ?? "w-36"}>
        <SelectValue placeholder={placeholder} />
      </SelectTrigger>
      <SelectContent>
        {Object.entries(options).map(([key, word]) => (
          <SelectItem key={key} value={key}>
            {word}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
