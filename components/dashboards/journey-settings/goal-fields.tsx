"use client";
import { useController, useFormContext } from "react-hook-form";
import { GOAL_WINDOW, goalKinds } from "#journey";
import { EventInput } from "#rules";
import { Field } from "#ui/field";
import { OPERATOR_WORDS } from "#words";
import { FormPick, FormSwitch } from "./form-pick.tsx";
import { FormText } from "./form-text.tsx";
import { Section } from "./section.tsx";
import type { SettingsValues } from "./values.ts";

const TYPES = {
  none: "No goal",
  event: "An event happens",
  page_visit: "A page is visited",
  attribute_match: "A trait has a value",
};
/** Flows cannot be shown yet, so the choice is offered only where it was made before. */
const TYPES_WITH_FLOW = { ...TYPES, flow_completed: "A flow is completed" };
const MATCHES = {
  contains: "contains",
  equals: "is exactly",
  starts: "starts with",
  glob: "matches (with *)",
  regex: "matches the pattern",
};
const { eq, ne, gt, gte, lt, lte, contains, exists } = OPERATOR_WORDS;
const OPERATORS = { eq, ne, gt, gte, lt, lte, contains, exists };

export function GoalFields() {
  const { watch, formState } = useFormContext<SettingsValues>();
  const type = watch("goalType");
  const hasFlow = !Object.hasOwn(TYPES, type) || !Object.hasOwn(TYPES, formState.defaultValues?.goalType ?? "none");
  return (
    <Section title="Goal">
      <FormPick name="goalType" label="Counts as reached when" options={hasFlow ? TYPES_WITH_FLOW : TYPES} />
      <GoalDetails type={type} />
      {Object.hasOwn(goalKinds, type) ? (
        <>
          <FormText
            name="goalDeadline"
            label="Deadline in days"
            placeholder="7"
            hint="People who have not reached the goal by then leave, and later conversions do not count. Empty = no deadline."
          />
          <FormText
            name="goalWindow"
            label="Counts afterwards for"
            placeholder={GOAL_WINDOW}
            hint="How long a conversion still counts after a person left or completed the journey, but never after the deadline. Empty = 7 days."
          />
          {type === "attribute_match" ? null : (
            <FormText
              name="goalValueProperty"
              label="Value"
              placeholder="total"
              hint="The property of the event that says what it is worth. Empty = conversions have no value."
              mono
            />
          )}
          <FormSwitch
            name="exitOnGoal"
            label="Exit when the goal is reached"
            hint="The enrollment completes immediately, at any step. Off = the conversion is only counted."
          />
        </>
      ) : null}
    </Section>
  );
}

function GoalDetails({ type }: { type: SettingsValues["goalType"] }) {
  const operator = useFormContext<SettingsValues>().watch("goalOperator");
  switch (type) {
    case "none":
      return null;
    case "event":
      return <GoalEvent />;
    case "page_visit":
      return (
        <>
          <FormPick name="goalMatch" label="Address" options={MATCHES} />
          <FormText name="goalPattern" label="Page" placeholder="/thank-you" mono />
        </>
      );
    case "attribute_match":
      return (
        <>
          <FormText name="goalAttribute" label="Trait" placeholder="plan" mono />
          <FormPick
            name="goalOperator"
            label="Comparison"
            options={operator in OPERATORS ? OPERATORS : { ...OPERATORS, [operator]: operator }}
          />
          {operator === "exists" ? null : <FormText name="goalValue" label="Value" placeholder="pro" />}
        </>
      );
    case "flow_completed":
      return <FormText name="goalFlow" label="Flow" hint="Id, slug or number of the flow." mono />;
  }
}

function GoalEvent() {
  const { control } = useFormContext<SettingsValues>();
  const { field, fieldState } = useController({ control, name: "goalEvent" });
  return (
    <Field label="Event" error={fieldState.error?.message}>
      {(aria) => <EventInput {...aria} {...field} />}
    </Field>
  );
}
