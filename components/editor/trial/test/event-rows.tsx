"use client";

import { Plus, X } from "lucide-react";
import { Controller, useFieldArray, useFormContext } from "react-hook-form";
import { EventInput, MapInput } from "#rules";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { DurationInput } from "../../forms/duration-input.tsx";
import type { TestValues } from "./test-values.ts";

/** Later events of the person, each with a time after the start. */
export function EventRows() {
  const { control } = useFormContext<TestValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "events" });
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 font-medium text-ui">Later events</legend>
      {fields.map((row, index) => (
        <LaterEvent key={row.id} index={index} onRemove={() => remove(index)} />
      ))}
      <Button
        variant="outline"
        size="sm"
        className="justify-self-start"
        onClick={() => append({ after: "1d", eventName: "", properties: undefined })}
      >
        <Plus /> Add an event
      </Button>
    </fieldset>
  );
}

function LaterEvent({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { control } = useFormContext<TestValues>();
  return (
    <section aria-label={`Event ${index + 1}`} className="grid gap-3 rounded-lg border bg-background p-3">
      <div className="flex items-start gap-2">
        <Controller
          control={control}
          name={`events.${index}.eventName`}
          render={({ field, fieldState }) => (
            <Field label="Event" error={fieldState.error?.message} className="min-w-0 flex-1">
              {(aria) => <EventInput {...aria} value={field.value} onChange={field.onChange} onBlur={field.onBlur} />}
            </Field>
          )}
        />
        <Button variant="ghost" size="icon-sm" aria-label={`Remove event ${index + 1}`} onClick={onRemove}>
          <X />
        </Button>
      </div>
      <Controller
        control={control}
        name={`events.${index}.after`}
        render={({ field, fieldState }) => (
          <Field label="After the start" error={fieldState.error?.message}>
            {(aria) => (
              <DurationInput {...aria} value={field.value} onChange={(after) => field.onChange(after ?? "")} />
            )}
          </Field>
        )}
      />
      <Controller
        control={control}
        name={`events.${index}.properties`}
        render={({ field }) => (
          <MapInput
            value={field.value}
            onChange={field.onChange}
            keyLabel="Property"
            valueLabel="Value of the property"
            addLabel="Add a property"
            keyPlaceholder="amount"
            valuePlaceholder="120"
          />
        )}
      />
    </section>
  );
}
