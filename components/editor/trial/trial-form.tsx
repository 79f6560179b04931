"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { ProblemNotice } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { wholeNumber } from "./number-field.ts";
import { RunButton } from "./run-button.tsx";

const Reach = z.object({ days: wholeNumber(1, 90), people: wholeNumber(1, 5_000) });

type TrialFormProps = {
  name: string;
  text: string;
  days: string;
  people: string;
  defaults: { days: string; people: string };
  error: unknown;
  onRun: (reach: { days: number; people: number }) => Promise<void>;
};

/** Over how many days and for how many people something is tried. */
export function TrialForm({ name, text, days, people, defaults, error, onRun }: TrialFormProps) {
  const { register, handleSubmit, formState } = useForm({ resolver: zodResolver(Reach), defaultValues: defaults });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (values) => {
    await onRun({ days: Number(values.days), people: Number(values.people) }).catch(() => undefined);
  });
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label={name}
      className="grid gap-3 px-4 py-4"
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void submit();
      }}
    >
      <p className="text-muted-foreground text-ui">{text}</p>
      <div className="grid grid-cols-2 items-start gap-3">
        <Field label={days} error={errors.days?.message}>
          {(aria) => <Input {...aria} {...register("days")} inputMode="numeric" />}
        </Field>
        <Field label={people} error={errors.people?.message}>
          {(aria) => <Input {...aria} {...register("people")} inputMode="numeric" />}
        </Field>
      </div>
      {error ? <ProblemNotice error={error} lead="The draft cannot run yet:" /> : null}
      <RunButton isRunning={isSubmitting} />
    </form>
  );
}
