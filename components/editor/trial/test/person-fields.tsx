"use client";

import { useController, useFormContext } from "react-hook-form";
import { PersonPicker } from "#dashboards";
import { MapInput } from "#rules";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import type { TestValues } from "./test-values.ts";

/** A real person with their current data, or a sample with entered traits. */
export function PersonFields() {
  const { control, formState } = useFormContext<TestValues>();
  const who = useController({ control, name: "who" }).field;
  const personId = useController({ control, name: "personId" }).field;
  const error = formState.errors.personId?.message;
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 font-medium text-ui">Who</legend>
      <ToggleGroup
        type="single"
        aria-label="Person to test with"
        value={who.value}
        onValueChange={(next) => next && who.onChange(next)}
      >
        <ToggleGroupItem value="sample">A sample</ToggleGroupItem>
        <ToggleGroupItem value="person">A real person</ToggleGroupItem>
      </ToggleGroup>
      {who.value === "person" ? (
        <div className="grid gap-1.5">
          <PersonPicker
            label="Person"
            value={personId.value || null}
            onChange={(id) => personId.onChange(id ?? "")}
            empty="Choose a person"
          />
          {error ? (
            <p role="alert" className="text-destructive-ink text-xs">
              {error}
            </p>
          ) : (
            <p className="text-muted-foreground text-xs">Uses their current data. Nothing about them changes.</p>
          )}
        </div>
      ) : (
        <SampleFields />
      )}
    </fieldset>
  );
}

function SampleFields() {
  const { control, register, formState } = useFormContext<TestValues>();
  const traits = useController({ control, name: "traits" }).field;
  return (
    <>
      <fieldset className="grid min-w-0 gap-1.5">
        <legend className="mb-1.5 text-muted-foreground text-xs">Traits</legend>
        <MapInput
          value={traits.value}
          onChange={traits.onChange}
          keyLabel="Trait"
          valueLabel="Value of the trait"
          addLabel="Add a trait"
          keyPlaceholder="plan"
          valuePlaceholder="pro"
        />
      </fieldset>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Tags" error={formState.errors.tags?.message}>
          {(aria) => <Input {...aria} {...register("tags")} placeholder="vip, early" />}
        </Field>
        <Field label="Stage" error={formState.errors.stage?.message}>
          {(aria) => <Input {...aria} {...register("stage")} placeholder="lead" />}
        </Field>
      </div>
    </>
  );
}
