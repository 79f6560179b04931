"use client";

import { useState } from "react";
import { useFormContext } from "react-hook-form";
import type { JsonObject } from "#journey";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Choice } from "../choice.tsx";
import { DateTimeRow } from "../date-time-row.tsx";
import { TextRow } from "../text-row.tsx";
import type { StepValues } from "../use-node-form.ts";
import { WeekdayPicker } from "../wait/weekday-picker.tsx";
import { NextRuns } from "./next-runs.tsx";
import { cronOf, readSchedule, SCHEDULE_WAYS, type SchedulePlan, type ScheduleWay } from "./schedule-ways.ts";

/** When a SCHEDULE trigger enrolls people: once or repeatedly. */
export function ScheduleFields() {
  const { watch, setValue } = useFormContext<StepValues>();
  const config = (watch("triggerConfig") ?? {}) as JsonObject;
  const plan = readSchedule(config);
  const [isRaw, setRaw] = useState(plan.way === "custom");
  const way = isRaw ? "custom" : plan.way;
  const set = ({ cron, at }: { cron?: unknown; at?: unknown }) =>
    setValue("triggerConfig", { ...config, cron, at }, { shouldDirty: true, shouldValidate: true });
  const write = (next: SchedulePlan) => set({ cron: cronOf(next) });
  const change = (next: ScheduleWay) => {
    setRaw(next === "custom");
    if (next === "once") set({ at: config.at });
    else if (next === "custom") set({ cron: config.cron ?? "0 9 * * mon" });
    else write({ ...plan, way: next });
  };
  return (
    <>
      <div className="grid gap-1.5">
        <p className="font-medium text-ui">How often</p>
        <Choice
          aria-label="How often"
          value={way}
          options={SCHEDULE_WAYS}
          onChange={(next) => change(next as ScheduleWay)}
        />
      </div>
      {way === "once" ? <DateTimeRow name="triggerConfig.at" /> : null}
      {way === "custom" ? (
        <TextRow
          name="triggerConfig.cron"
          label="Cron expression"
          placeholder="0 9 * * mon"
          hint="Minute, hour, day, month, weekday."
          isCode
        />
      ) : null}
      <PlanFields plan={{ ...plan, way }} onChange={write} />
      <TextRow
        name="triggerConfig.timezone"
        label="Time zone"
        placeholder="Workspace time zone"
        hint="Such as Europe/Berlin. Everyone enters at the same time."
      />
      <NextRuns config={config} />
    </>
  );
}

function PlanFields({ plan, onChange }: { plan: SchedulePlan; onChange: (plan: SchedulePlan) => void }) {
  if (plan.way === "once" || plan.way === "custom") return null;
  const minute = plan.time.slice(3);
  return (
    <>
      {plan.way === "weekly" ? (
        <div className="grid gap-1.5">
          <p className="font-medium text-ui">On these days</p>
          <WeekdayPicker value={plan.weekdays} onChange={(weekdays) => onChange({ ...plan, weekdays })} />
        </div>
      ) : null}
      {plan.way === "monthly" ? (
        <Field label="Day of the month" hint="Months without that day are skipped.">
          {(aria) => (
            <Input
              {...aria}
              type="number"
              min={1}
              max={31}
              value={plan.day}
              onChange={(event) => {
                const day = event.target.valueAsNumber;
                if (day >= 1 && day <= 31) onChange({ ...plan, day: Math.round(day) });
              }}
              className="w-20"
            />
          )}
        </Field>
      ) : null}
      {plan.way === "hourly" ? (
        <Field label="Minutes past the hour">
          {(aria) => (
            <Input
              {...aria}
              type="number"
              min={0}
              max={59}
              value={Number(minute)}
              onChange={(event) => {
                const value = event.target.valueAsNumber;
                if (value >= 0 && value <= 59)
                  onChange({ ...plan, time: `00:${String(Math.round(value)).padStart(2, "0")}` });
              }}
              className="w-20"
            />
          )}
        </Field>
      ) : (
        <Field label="At">
          {(aria) => (
            <Input
              {...aria}
              type="time"
              value={plan.time}
              onChange={(event) => event.target.value && onChange({ ...plan, time: event.target.value.slice(0, 5) })}
              className="w-32"
            />
          )}
        </Field>
      )}
    </>
  );
}
