"use client";

import { WEEKDAYS, type Weekday } from "#journey";
import { cn } from "#ui/cn";

const LETTERS: Readonly<Record<Weekday, [short: string, long: string]>> = {
  mon: ["M", "Monday"],
  tue: ["T", "Tuesday"],
  wed: ["W", "Wednesday"],
  thu: ["T", "Thursday"],
  fri: ["F", "Friday"],
  sat: ["S", "Saturday"],
  sun: ["S", "Sunday"],
};

export function WeekdayPicker({ value, onChange }: { value: unknown; onChange: (days: Weekday[]) => void }) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const toggle = (day: Weekday) =>
    onChange(WEEKDAYS.filter((other) => (other === day ? !chosen.includes(day) : chosen.includes(other))));
  return (
    <div className="flex gap-1">
      {WEEKDAYS.map((day) => {
        const isOn = chosen.includes(day);
        return (
          <button
            key={day}
            type="button"
            aria-pressed={isOn}
            aria-label={LETTERS[day][1]}
            onClick={() => toggle(day)}
            className={cn(
              "grid size-8 place-items-center rounded-md border font-medium text-xs transition-colors",
              isOn ? "border-primary bg-primary text-primary-foreground" : "text-muted-foreground hover:bg-accent",
            )}
          >
            {LETTERS[day][0]}
          </button>
        );
      })}
    </div>
  );
}
