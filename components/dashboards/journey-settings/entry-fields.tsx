"use client";
import { Plus, Trash2 } from "lucide-react";
import { useController, useFieldArray, useFormContext } from "react-hook-form";
import { RuleBuilder } from "#rules";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { Input } from "#ui/input";
import { RE_ENTRY_WORDS } from "../lifecycle/words.ts";
import { FormPick } from "./form-pick.tsx";
import { FormText } from "./form-text.tsx";
import { Section } from "./section.tsx";
import type { SettingsValues } from "./values.ts";

const SCOPES = { workspace: "All journeys of the workspace", journey: "This journey only" };

const DAYS = { hours: "24 hours each", calendar: "Calendar days of the person" };

const MODES = {
  all: "Everyone who meets a trigger",
  map: "The event’s properties equal…",
  rules: "The person meets rules…",
  expression: "An expression is true…",
};

export function EntryFields() {
  const { watch, formState } = useFormContext<SettingsValues>();
  const mode = watch("entryMode");
  const kept = formState.defaultValues?.entryMode === "kept";
  return (
    <Section title="Entry">
      <FormPick name="reEntry" label="Re-entry" options={RE_ENTRY_WORDS} />
      <FormText
        name="minDays"
        label="Minimum days since the last journey"
        placeholder="0"
        hint="People who entered more recently cannot enter. A day is 24 hours unless you choose calendar days. Empty = no limit."
      />
      {watch("minDays") ? <FormPick name="minDaysScope" label="Counted over" options={SCOPES} /> : null}
      {watch("minDays") ? <FormPick name="minDaysKind" label="Days are" options={DAYS} /> : null}
      <FormText
        name="instanceKey"
        label="Separate enrollments by"
        placeholder="orderId"
        mono
        hint="A property of the trigger’s event that separates the enrollments of one person, such as an order id. Events without this property enroll nobody. Empty = one enrollment per person."
      />
      <FormPick
        name="entryMode"
        label="Entry conditions"
        options={kept ? { kept: "As set through the API", ...MODES } : MODES}
      />
      {mode === "kept" ? (
        <Notice tone="neutral">
          This form cannot show these conditions. They stay unchanged unless you choose another kind.
        </Notice>
      ) : null}
      {mode === "map" ? <EntryPairs /> : null}
      {mode === "rules" ? <EntryRules /> : null}
      {mode === "expression" ? (
        <FormText
          name="entryExpression"
          label="Expression (CEL)"
          lines={3}
          mono
          placeholder={'event.properties.amount > 100.0 && traits.plan == "pro"'}
        />
      ) : null}
    </Section>
  );
}

function EntryRules() {
  const { control } = useFormContext<SettingsValues>();
  const { field, fieldState } = useController({ control, name: "entryRules" });
  return (
    <div className="grid gap-2">
      <RuleBuilder value={field.value} onChange={field.onChange} showsErrors={fieldState.invalid} />
      <FieldError message={fieldState.error?.message} />
    </div>
  );
}

function EntryPairs() {
  const { control, register, getFieldState, formState } = useFormContext<SettingsValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "entryPairs" });
  const { error } = getFieldState("entryPairs", formState);
  return (
    <div className="grid gap-2">
      <ul className="grid gap-2">
        {fields.map((pair, index) => (
          <li key={pair.id} className="grid grid-cols-[1fr_auto_1fr_auto] items-center gap-2">
            <Input
              aria-label={`Property ${index + 1}`}
              placeholder="plan"
              className="font-mono"
              {...register(`entryPairs.${index}.name`)}
            />
            <span aria-hidden className="text-muted-foreground">
              =
            </span>
            <Input aria-label={`Value ${index + 1}`} placeholder="pro" {...register(`entryPairs.${index}.text`)} />
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Remove property ${index + 1}`}
              onClick={() => remove(index)}
            >
              <Trash2 />
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="outline" className="w-fit" onClick={() => append({ name: "", text: "" })}>
        <Plus aria-hidden /> Add a property
      </Button>
      <FieldError message={error?.message ?? error?.root?.message} />
    </div>
  );
}

function FieldError({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <p role="alert" className="text-destructive-ink text-xs">
      {message}
    </p>
  );
}
