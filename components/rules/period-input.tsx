"use client";
import { formatDuration, parseDuration } from "#journey";
import { Input } from "#ui/input";
import { Choice } from "./choice.tsx";

const UNITS = [
  { value: "m", label: "minutes" },
  { value: "h", label: "hours" },
  { value: "d", label: "days" },
  { value: "w", label: "weeks" },
];

type PeriodInputProps = { label: string; value: unknown; onChange: (value: string | undefined) => void };

/** A number and a unit; `1d2h` and the like stay text. */
export function PeriodInput({ label, value, onChange }: PeriodInputProps) {
  const text = value === undefined || value === "" ? "" : parseDuration(value) ? formatDuration(value) : String(value);
  const [, amount, unit] = /^(\d*)([mhdw])$/.exec(text === "" ? "d" : text) ?? [];
  if (unit === undefined)
    return (
      <Input
        aria-label={label}
        value={text}
        onChange={(event) => onChange(event.target.value || undefined)}
        className="w-28"
      />
    );
  const write = (nextAmount: string, nextUnit: string) =>
    onChange(nextAmount === "" ? undefined : `${nextAmount}${nextUnit}`);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Input
        aria-label={label}
        inputMode="numeric"
        placeholder="∞"
        value={amount ?? ""}
        onChange={(event) => write(event.target.value.replaceAll(/\D/g, ""), unit)}
        className="w-16"
      />
      <Choice
        label={`${label}: unit`}
        value={unit}
        options={UNITS}
        onChange={(next) => write(amount ?? "", next)}
        className="w-28"
      />
    </span>
  );
}
