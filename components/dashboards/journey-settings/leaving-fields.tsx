"use client";
import { Plus } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "#ui/button";
import { ExitFields } from "./exit-fields.tsx";
import { NEW_EXIT } from "./exit-rows.ts";
import { FormPick } from "./form-pick.tsx";
import { Section } from "./section.tsx";
import type { SettingsValues } from "./values.ts";

const ON_RESUME = {
  fire: "Overdue steps run immediately",
  shift: "Extend waits by the length of the pause",
};

/** What makes people leave early, and what a pause does to their waits. */
export function LeavingFields() {
  const { control, formState } = useFormContext<SettingsValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "exits" });
  const error = formState.errors.exits?.root?.message ?? formState.errors.exits?.message;
  return (
    <Section title="Exit conditions">
      <div className="grid gap-2" data-exits>
        <p className="text-muted-foreground text-xs leading-5">
          People who meet one of these leave immediately, at any step. Messages not sent yet are cancelled.
        </p>
        {fields.map((row, index) => (
          <ExitFields key={row.id} index={index} onRemove={() => remove(index)} />
        ))}
        <Button variant="outline" className="w-fit" onClick={() => append(NEW_EXIT)}>
          <Plus aria-hidden /> Add an exit condition
        </Button>
        {error ? (
          <p role="alert" className="text-destructive-ink text-xs">
            {error}
          </p>
        ) : null}
      </div>
      <FormPick
        name="onResume"
        label="After a hold"
        options={ON_RESUME}
        hint="For waits that ended while the journey was on hold. You can choose again on resume."
      />
    </Section>
  );
}
