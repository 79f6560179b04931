"use client";

import { useFormContext } from "react-hook-form";
import { Choice } from "../choice.tsx";
import { DateTimeRow } from "../date-time-row.tsx";
import { DurationRow } from "../duration-row.tsx";
import { Row } from "../row.tsx";
import { TextRow } from "../text-row.tsx";
import { TimeRow } from "../time-row.tsx";
import type { StepValues } from "../use-node-form.ts";
import { changeWait, WAIT_WAYS, type WaitWay, waitWay } from "./wait-ways.ts";
import { WeekdayPicker } from "./weekday-picker.tsx";

/** What a WAIT waits for: a while, a date, a date on the person, or a time of day. */
export function WaitTarget() {
  const { getValues, setValue, watch } = useFormContext<StepValues>();
  const way = waitWay({ duration: watch("duration"), until: watch("until"), window: watch("window") });
  const change = (next: string) => {
    const { duration, until } = changeWait(getValues(), next as WaitWay);
    setValue("duration", duration);
    setValue("until", until, { shouldDirty: true });
  };
  return (
    <>
      <div className="grid gap-1.5">
        <p className="font-medium text-ui">Wait</p>
        <Choice aria-label="Wait" value={way} onChange={change} options={WAIT_WAYS} />
      </div>
      {way === "duration" ? <DurationRow name="duration" label="For" /> : null}
      {way === "at" ? (
        <DateTimeRow name="until.at" hint="In the time zone below, unless it is written with an offset." />
      ) : null}
      {way === "trait" ? (
        <>
          <TextRow name="until.trait" label="Trait with the date" placeholder="trial_ends_at" isCode />
          <TextRow
            name="until.offset"
            label="Before or after it"
            placeholder="-3d"
            hint="-3d is three days before, 1w a week after. Empty: on the date."
            isCode
          />
          <TimeRow name="until.time" label="At" hint="Empty: at the trait's own time." />
        </>
      ) : null}
      {way === "clock" ? (
        <>
          <TimeRow name="until.time" label="Time of day" hint="The first such time, in the time zone below." />
          <Row name="until.weekdays" label="On these days" isGroup hint="None chosen: on any day.">
            {({ value, onChange }) => (
              <WeekdayPicker value={value} onChange={(days) => onChange(days.length === 0 ? undefined : days)} />
            )}
          </Row>
        </>
      ) : null}
    </>
  );
}
