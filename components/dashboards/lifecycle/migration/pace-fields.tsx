"use client";
import { useController, useFormContext } from "react-hook-form";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { RadioCard, RadioGroup } from "#ui/radio-group";
import type { PlanValues } from "./plan.ts";

/** How running waits are carried over, and how many people move per minute. */
export function PaceFields() {
  const { control, register, formState } = useFormContext<PlanValues>();
  const timers = useController({ control, name: "timers" }).field;
  return (
    <div className="grid gap-3 pt-1">
      <RadioGroup
        aria-label="Running waits of people who move"
        value={timers.value}
        onValueChange={timers.onChange}
        className="sm:grid-cols-3"
      >
        <RadioCard value="suggested" title="Depending on the change">
          Recalculate at steps whose own wait changed; keep all others.
        </RadioCard>
        <RadioCard value="keep" title="Keep running waits">
          They end at the time already set.
        </RadioCard>
        <RadioCard value="recompute" title="Recalculate waits">
          By the new version’s settings, from the time people arrived at the step.
        </RadioCard>
      </RadioGroup>
      <Field
        label="Limit per minute"
        hint="Moves people gradually, to spread the load on inboxes and servers. Empty = all at once."
        error={formState.errors.perMinute?.message}
      >
        {(control) => (
          <Input {...control} {...register("perMinute")} inputMode="numeric" placeholder="100" className="w-28" />
        )}
      </Field>
    </div>
  );
}
