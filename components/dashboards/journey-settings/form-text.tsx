"use client";
import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Textarea } from "#ui/textarea";
import type { SettingsValues } from "./values.ts";

type FormTextProps = {
  name: keyof SettingsValues;
  label: string;
  hint?: ReactNode;
  placeholder?: string;
  mono?: boolean;
  lines?: number;
  list?: string;
};

/** A text field bound to the form, its error below it. */
export function FormText({ name, label, hint, placeholder, mono, lines, list }: FormTextProps) {
  const { register, getFieldState, formState } = useFormContext<SettingsValues>();
  const { error } = getFieldState(name, formState);
  const className = mono ? "font-mono text-xs" : "";
  return (
    <Field label={label} hint={hint} error={error?.message}>
      {(control) =>
        lines ? (
          <Textarea
            {...control}
            {...register(name)}
            rows={lines}
            placeholder={placeholder}
            className={className}
            spellCheck={!mono}
          />
        ) : (
          <Input
            {...control}
            {...register(name)}
            placeholder={placeholder}
            list={list}
            className={className}
            autoComplete="off"
          />
        )
      }
    </Field>
  );
}
