"use client";
import { Plus, Trash2 } from "lucide-react";
import { useController, useFieldArray, useFormContext } from "react-hook-form";
import { EventInput, RuleBuilder } from "#rules";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Textarea } from "#ui/textarea";
import { Pick } from "../rules/pick.tsx";
import type { SettingsValues } from "./values.ts";

const KINDS = {
  event: "An event happens",
  rules: "The person meets rules",
  expression: "An expression is true",
};

/** One exit condition. */
export function ExitFields({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { control } = useFormContext<SettingsValues>();
  const kind = useController({ control, name: `exits.${index}.kind` }).field;
  const isKept = kind.value === "kept";
  return (
    <section aria-label={`Exit condition ${index + 1}`} className="grid min-w-0 gap-3 rounded-lg border p-3">
      <div className="flex items-center justify-between gap-2">
        <Pick
          label={`Leave ${index + 1} when`}
          value={kind.value}
          options={isKept ? { kept: "As set through the API", ...KINDS } : KINDS}
          onChange={kind.onChange}
          className="w-56"
        />
        <Button variant="ghost" size="icon" aria-label={`Remove exit condition ${index + 1}`} onClick={onRemove}>
          <Trash2 />
        </Button>
      </div>
      {isKept ? <Notice tone="neutral">This form cannot show this condition. It stays unchanged.</Notice> : null}
      {kind.value === "event" ? <ExitEvent index={index} /> : null}
      {kind.value === "rules" ? <ExitRules index={index} /> : null}
      {kind.value === "expression" || kind.value === "event" ? (
        <ExitExpression index={index} isOptional={kind.value === "event"} />
      ) : null}
    </section>
  );
}

function ExitEvent({ index }: { index: number }) {
  const { control, register } = useFormContext<SettingsValues>();
  const { fields, append, remove } = useFieldArray({ control, name: `exits.${index}.pairs` });
  const { field, fieldState } = useController({ control, name: `exits.${index}.eventName` });
  return (
    <div className="grid gap-2">
      <Field label="Event" error={fieldState.error?.message}>
        {(aria) => <EventInput {...aria} {...field} />}
      </Field>
      {fields.map((pair, at) => (
        <div key={pair.id} className="grid grid-cols-[1fr_auto_1fr_auto] items-center gap-2">
          <Input
            aria-label={`Property ${at + 1}`}
            placeholder="plan"
            className="font-mono text-xs"
            {...register(`exits.${index}.pairs.${at}.name`)}
          />
          <span aria-hidden className="text-muted-foreground">
            =
          </span>
          <Input aria-label={`Value ${at + 1}`} placeholder="pro" {...register(`exits.${index}.pairs.${at}.text`)} />
          <Button variant="ghost" size="icon-sm" aria-label={`Remove property ${at + 1}`} onClick={() => remove(at)}>
            <Trash2 />
          </Button>
        </div>
      ))}
      <Button variant="link" size="sm" className="w-fit" onClick={() => append({ name: "", text: "" })}>
        <Plus aria-hidden /> Only with a property
      </Button>
    </div>
  );
}

function ExitRules({ index }: { index: number }) {
  const { control } = useFormContext<SettingsValues>();
  const { field, fieldState } = useController({ control, name: `exits.${index}.rules` });
  return (
    <div className="grid gap-2">
      <RuleBuilder value={field.value} onChange={field.onChange} showsErrors={fieldState.invalid} />
      {fieldState.error ? (
        <p role="alert" className="text-destructive-ink text-xs">
          {fieldState.error.message}
        </p>
      ) : null}
    </div>
  );
}

function ExitExpression({ index, isOptional }: { index: number; isOptional: boolean }) {
  const { register, getFieldState, formState } = useFormContext<SettingsValues>();
  const { error } = getFieldState(`exits.${index}.expression`, formState);
  return (
    <Field label={isOptional ? "And this expression (CEL, optional)" : "Expression (CEL)"} error={error?.message}>
      {(aria) => (
        <Textarea
          {...aria}
          {...register(`exits.${index}.expression`)}
          rows={2}
          spellCheck={false}
          placeholder={isOptional ? "event.properties.amount > 100.0" : 'person.stage == "lost"'}
          className="font-mono text-xs"
        />
      )}
    </Field>
  );
}
