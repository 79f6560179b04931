"use client";

import { useController, useFormContext } from "react-hook-form";
import { EventInput, MapInput } from "#rules";
import { Field } from "#ui/field";
import type { TestValues } from "./test-values.ts";

/** The event that enrolls the person. */
export function StartFields() {
  const { control, formState } = useFormContext<TestValues>();
  const name = useController({ control, name: "eventName" }).field;
  const properties = useController({ control, name: "properties" }).field;
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 font-medium text-ui">Start</legend>
      <Field
        label="Event"
        hint="Empty = by hand, or by the event of the first trigger."
        error={formState.errors.eventName?.message}
      >
        {(aria) => <EventInput {...aria} value={name.value} onChange={name.onChange} onBlur={name.onBlur} />}
      </Field>
      <MapInput
        value={properties.value}
        onChange={properties.onChange}
        keyLabel="Property"
        valueLabel="Value of the property"
        addLabel="Add a property"
        keyPlaceholder="amount"
        valuePlaceholder="120"
        event={name.value}
      />
    </fieldset>
  );
}
