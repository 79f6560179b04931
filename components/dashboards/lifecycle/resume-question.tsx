"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { useResumePreview, useStats } from "#data";
import { Question } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { RadioCard, RadioGroup } from "#ui/radio-group";
import type { QuestionProps } from "./question-props.ts";
import { afterResume, paceSentence } from "./sentences.ts";

const Resume = z.object({
  onResume: z.enum(["fire", "shift"]),
  perMinute: z
    .string()
    .trim()
    .refine(
      (text) => text === "" || /^[1-9]\d{0,5}$/.test(text),
      "A whole number of people a minute, or leave it empty.",
    ),
});

/** Only `hold` stops timers, and only `hold` and `queue` postpone work; after other pauses there is nothing to choose. */
export function ResumeQuestion({ journey, busy, onConfirm }: QuestionProps) {
  const form = useForm<z.infer<typeof Resume>>({
    resolver: zodResolver(Resume),
    mode: "onChange",
    defaultValues: { onResume: journey.settings.onResume === "shift" ? "shift" : "fire", perMinute: "" },
  });
  const { watch, setValue, register, handleSubmit, formState } = form;
  const active = useStats(journey.id).data?.totals.active ?? journey._count.active;
  const due = useResumePreview(journey.id).data?.due ?? null;
  const held = journey.pauseMode === "hold" && active > 0;
  const piled = journey.pauseMode !== "drain" && active > 0;
  const confirm = handleSubmit(({ onResume, perMinute }) =>
    onConfirm(
      piled ? { ...(held ? { onResume } : {}), ...(perMinute ? { perMinute: Number(perMinute) } : {}) } : undefined,
    ),
  );
  return (
    <Question
      title={`Resume “${journey.name}”?`}
      text={afterResume(journey.pauseMode, active, due)}
      confirm="Resume"
      busy={busy}
      onConfirm={confirm}
    >
      {held ? (
        <RadioGroup
          aria-label="Waits that ran out during the pause"
          value={watch("onResume")}
          onValueChange={(next) => setValue("onResume", next === "shift" ? "shift" : "fire")}
        >
          <RadioCard value="fire" title="Overdue steps run immediately">
            People whose wait ended during the pause continue immediately.
          </RadioCard>
          <RadioCard value="shift" title="Extend waits by the length of the pause">
            Everyone waits for the time that remained when the pause began.
          </RadioCard>
        </RadioGroup>
      ) : null}
      {piled ? (
        <>
          <Field
            label="Limit per minute"
            hint="People with overdue steps continue gradually, to spread the load on inboxes and servers. People who are still waiting are not counted. Empty = all at once."
            error={formState.errors.perMinute?.message}
          >
            {(control) => (
              <Input {...control} {...register("perMinute")} inputMode="numeric" placeholder="500" className="w-28" />
            )}
          </Field>
          <p aria-live="polite" className="text-ui">
            {paceSentence(due ?? active, watch("perMinute"))}
          </p>
        </>
      ) : null}
    </Question>
  );
}
