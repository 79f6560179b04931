"use client";

import { useFormContext } from "react-hook-form";
import { Input } from "#ui/input";
import { Switch } from "#ui/switch";
import { Row } from "../row.tsx";
import { shown } from "../text-row.tsx";
import type { StepValues } from "../use-node-form.ts";
import { WeekdayPicker } from "./weekday-picker.tsx";

const OFFICE_HOURS = { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" };

/** The hours in which people may continue. */
export function WindowRows() {
  const { watch, setValue } = useFormContext<StepValues>();
  const isOn = watch("window") !== undefined;
  return (
    <div className="grid gap-3">
      <span className="flex items-center justify-between gap-3">
        <span className="font-medium text-ui">Continue only at certain hours</span>
        <Switch
          aria-label="Continue only at certain hours"
          checked={isOn}
          onCheckedChange={(on) => setValue("window", on ? OFFICE_HOURS : undefined, { shouldDirty: true })}
        />
      </span>
      {isOn ? (
        <>
          <Row name="window.days" label="Days" isGroup>
            {({ value, onChange }) => <WeekdayPicker value={value} onChange={onChange} />}
          </Row>
          <div className="flex gap-3">
            <HourRow name="window.from" label="From" />
            <HourRow name="window.to" label="To" />
          </div>
        </>
      ) : null}
    </div>
  );
}

function HourRow({ name, label }: { name: string; label: string }) {
  return (
    <Row name={name} label={label} className="flex-1">
      {({ value, onChange, ...field }) => (
        <Input {...field} type="time" value={shown(value)} onChange={(event) => onChange(event.target.value)} />
      )}
    </Row>
  );
}
