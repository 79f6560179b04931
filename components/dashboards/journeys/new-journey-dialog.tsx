"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { problemMessage } from "#data";
import type { JourneyTemplate } from "#journey/templates";
import { FormDialog, FormFooter } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Textarea } from "#ui/textarea";
import { TemplatePicker } from "./template-picker.tsx";
import { useStartJourney } from "./use-start-journey.ts";

const Start = z.object({
  name: z.string().trim().min(1, "Give the journey a name.").max(255, "At most 255 characters."),
  description: z.string().max(10_000),
  maxDuration: z
    .string()
    .trim()
    .refine((days) => days === "" || /^[1-9]\d{0,4}$/.test(days), "A whole number of days, or leave it empty."),
});

export function NewJourneyDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      className="max-w-3xl"
      title="New journey"
      text="It starts as a draft: nobody enters before you publish it."
    >
      <NewJourneyForm close={() => onOpenChange(false)} />
    </FormDialog>
  );
}

function NewJourneyForm({ close }: { close: () => void }) {
  const router = useRouter();
  const start = useStartJourney();
  const [template, setTemplate] = useState<JourneyTemplate | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { register, handleSubmit, setValue, getFieldState, formState } = useForm({
    resolver: zodResolver(Start),
    defaultValues: { name: "", description: "", maxDuration: "" },
  });
  const choose = (next: JourneyTemplate | null) => {
    setTemplate(next);
    if (!getFieldState("name").isDirty) setValue("name", next?.name ?? "");
    if (!getFieldState("description").isDirty) setValue("description", next?.description ?? "");
  };
  const submit = handleSubmit(async ({ name, description, maxDuration }) => {
    setFailure(null);
    try {
      const id = await start({ name, description, maxDuration: maxDuration ? Number(maxDuration) : null, template });
      router.push(`/journeys/${id}`);
    } catch (error) {
      setFailure(problemMessage(error));
    }
  });
  return (
    <form onSubmit={submit} noValidate className="grid min-h-0 gap-4">
      <div className="grid gap-5 md:grid-cols-[1fr_1.15fr]">
        <div className="grid content-start gap-4">
          <Field label="Name" error={formState.errors.name?.message}>
            {(control) => <Input {...control} {...register("name")} placeholder="Welcome new customers" />}
          </Field>
          <Field label="Description" error={formState.errors.description?.message}>
            {(control) => (
              <Textarea {...control} {...register("description")} rows={3} placeholder="What it is for (optional)" />
            )}
          </Field>
          <Field
            label="Max duration in days"
            hint="People still inside after that leave. Empty = no limit."
            error={formState.errors.maxDuration?.message}
          >
            {(control) => (
              <Input {...control} {...register("maxDuration")} inputMode="numeric" className="w-28" placeholder="30" />
            )}
          </Field>
        </div>
        <TemplatePicker value={template} onChange={choose} />
      </div>
      <FormFooter failure={failure} busy={formState.isSubmitting} onCancel={close}>
        Create journey
      </FormFooter>
    </form>
  );
}
