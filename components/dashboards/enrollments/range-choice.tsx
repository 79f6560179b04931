"use client";
import { CalendarRange } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "#ui/popover";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { type DayRange, faultOf } from "./range.ts";

export const RANGES = [7, 30, 90] as const;
export type Days = (typeof RANGES)[number];

type RangeChoiceProps = {
  days: Days;
  /** A range of one's own; null = the last days. */
  own: DayRange | null;
  shown: DayRange;
  today: string;
  onDays: (days: Days) => void;
  onOwn: (range: DayRange) => void;
};

/** The last 7, 30 or 90 days, or days of one's choice. */
export function RangeChoice({ days, own, shown, today, onDays, onOwn }: RangeChoiceProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ToggleGroup
        type="single"
        aria-label="Range"
        value={own ? "" : String(days)}
        onValueChange={(value) => onDays(RANGES.find((range) => String(range) === value) ?? days)}
      >
        {RANGES.map((range) => (
          <ToggleGroupItem key={range} value={String(range)}>
            {range} days
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger asChild>
          <Button variant={own ? "secondary" : "outline"} aria-label="Other days">
            <CalendarRange aria-hidden /> {own ? `${own.from} – ${own.to}` : "Other days"}
          </Button>
        </PopoverTrigger>
        <PopoverContent className="w-64 p-3" aria-label="Other days">
          <OwnRange
            start={shown}
            today={today}
            onChoose={(range) => {
              setOpen(false);
              onOwn(range);
            }}
          />
        </PopoverContent>
      </Popover>
    </div>
  );
}

type OwnRangeProps = { start: DayRange; today: string; onChoose: (range: DayRange) => void };

function OwnRange({ start, today, onChoose }: OwnRangeProps) {
  const [range, setRange] = useState(start);
  const [asked, setAsked] = useState(false);
  const fault = faultOf(range, today);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (fault === null) onChoose(range);
  };
  return (
    <form onSubmit={submit} className="grid gap-3" noValidate>
      <Field label="First day">
        {(aria) => (
          <Input
            {...aria}
            type="date"
            value={range.from}
            onChange={({ target }) => setRange({ ...range, from: target.value })}
          />
        )}
      </Field>
      <Field label="Last day" error={asked && fault !== null ? fault : undefined}>
        {(aria) => (
          <Input
            {...aria}
            type="date"
            value={range.to}
            onChange={({ target }) => setRange({ ...range, to: target.value })}
          />
        )}
      </Field>
      <Button type="submit">Show these days</Button>
    </form>
  );
}
