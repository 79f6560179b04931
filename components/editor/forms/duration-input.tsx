"use client";

import { type ComponentProps, useState } from "react";
import { formatDuration, parseDuration } from "#journey";
import { Input } from "#ui/input";
import { Choice } from "./choice.tsx";
import { joinParts, partsOf, UNITS } from "./duration-parts.ts";

type DurationInputProps = Omit<ComponentProps<typeof Input>, "value" | "onChange"> & {
  value: unknown;
  onChange: (value: string | undefined) => void;
};

/** A number and a unit; compound durations such as `1d2h` stay as text. */
export function DurationInput({ value, onChange, ...input }: DurationInputProps) {
  const parts = partsOf(value);
  const [unit, setUnit] = useState(parts?.unit ?? "d");
  if (!parts) {
    const text = parseDuration(value) === null ? String(value) : formatDuration(value);
    return (
      <Input
        {...input}
        value={text}
        onChange={(event) => onChange(event.target.value || undefined)}
        className="font-mono text-xs"
      />
    );
  }
  const shownUnit = parts.amount === "" ? unit : parts.unit;
  return (
    <div className="flex gap-2">
      <Input
        {...input}
        inputMode="numeric"
        value={parts.amount}
        placeholder="3"
        onChange={(event) => onChange(read(event.target.value.trim(), shownUnit))}
        className="w-20"
      />
      <Choice
        aria-label="Unit"
        value={shownUnit}
        options={UNITS}
        onChange={(next) => {
          setUnit(next);
          if (parts.amount !== "") onChange(joinParts({ amount: parts.amount, unit: next }));
        }}
        className="flex-1"
      />
    </div>
  );
}

/** Digits take the chosen unit; anything else is kept as typed, and named as a problem if it is no duration. */
function read(text: string, unit: string): string | undefined {
  return /^\d*$/.test(text) ? joinParts({ amount: text, unit }) : text;
}
