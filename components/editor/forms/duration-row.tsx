"use client";

import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { Switch } from "#ui/switch";
import { DurationInput } from "./duration-input.tsx";
import { Row } from "./row.tsx";
import type { StepValues } from "./use-node-form.ts";

export function DurationRow({ name, label, hint }: { name: string; label: string; hint?: ReactNode }) {
  return (
    <Row name={name} label={label} hint={hint}>
      {({ value, onChange, ...field }) => <DurationInput {...field} value={value} onChange={onChange} />}
    </Row>
  );
}

/** A duration that may be absent; the switch explains what its absence means. */
export function OptionalDurationRow({
  name,
  label,
  hint,
  initial,
}: {
  name: string;
  label: string;
  hint: ReactNode;
  initial: string;
}) {
  const { watch, setValue } = useFormContext<StepValues>();
  const isOn = watch(name) !== undefined;
  return (
    <div className="grid gap-2">
      <span className="flex items-center justify-between gap-3">
        <span className="font-medium text-ui">{label}</span>
        <Switch
          aria-label={label}
          checked={isOn}
          onCheckedChange={(on) =>
            setValue(name, on ? initial : undefined, { shouldDirty: true, shouldValidate: true })
          }
        />
      </span>
      {isOn ? <DurationRow name={name} label="After" hint={hint} /> : null}
    </div>
  );
}
