"use client";
import { useState } from "react";
import { useStats } from "#data";
import { countOf, Question } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import type { QuestionProps } from "./question-props.ts";
import { afterArchive, afterUnpublish } from "./sentences.ts";

/** Fetched again, because the number in the list may be a second old. */
function useActive({ journey }: QuestionProps): number {
  return useStats(journey.id).data?.totals.active ?? journey._count.active;
}

export function UnpublishQuestion(props: QuestionProps) {
  const active = useActive(props);
  const { journey, busy, onConfirm } = props;
  return (
    <Question
      title={`Unpublish “${journey.name}”?`}
      text={afterUnpublish(active)}
      confirm="Unpublish"
      busy={busy}
      onConfirm={onConfirm}
    />
  );
}

export function ArchiveQuestion(props: QuestionProps) {
  const active = useActive(props);
  const { journey, busy, onConfirm } = props;
  return (
    <Question
      title={`Archive “${journey.name}”?`}
      text={afterArchive(active)}
      confirm={active > 0 ? `Archive and end ${countOf(active, "enrollment")}` : "Archive"}
      destructive
      busy={busy}
      onConfirm={onConfirm}
    />
  );
}

export function RestoreQuestion({ journey, busy, onConfirm }: QuestionProps) {
  return (
    <Question
      title={`Restore “${journey.name}”?`}
      text="It comes back as a draft. Nobody enters before you publish it, and enrollments that archiving ended stay ended."
      confirm="Restore"
      busy={busy}
      onConfirm={onConfirm}
    />
  );
}

export function DeleteQuestion({ journey, busy, onConfirm }: QuestionProps) {
  const [typed, setTyped] = useState("");
  const enrollments = journey._count.enrollments;
  const needsName = enrollments > 0;
  const gone = needsName
    ? `The journey and the history of its ${countOf(enrollments, "enrollment")} will be deleted permanently. The people stay.`
    : "Nobody ever entered it, so only the canvas is lost. This cannot be undone.";
  return (
    <Question
      title={`Delete “${journey.name}”?`}
      text={gone}
      confirm="Delete permanently"
      destructive
      blocked={needsName && typed.trim() !== journey.name.trim()}
      busy={busy}
      onConfirm={onConfirm}
    >
      {needsName ? (
        <Field label={`Type “${journey.name}” to confirm`}>
          {(control) => (
            <Input {...control} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
          )}
        </Field>
      ) : null}
    </Question>
  );
}
