"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect } from "react";
import { FormProvider, useForm } from "react-hook-form";
import {
  ApiProblem,
  fieldOf,
  type Journey,
  type JourneyDetail,
  problemMessage,
  useCanEdit,
  useJourney,
  usePatchJourney,
} from "#data";
import { Notice, PageError } from "#shell";
import { Button } from "#ui/button";
import { Skeleton } from "#ui/skeleton";
import { toast } from "#ui/toaster";
import { isEditableHere, readOnlySentence } from "../journeys/source-words.ts";
import { BasicFields } from "./basic-fields.tsx";
import { EntryFields } from "./entry-fields.tsx";
import { fieldFor } from "./field-for.ts";
import { GoalFields } from "./goal-fields.tsx";
import { LeavingFields } from "./leaving-fields.tsx";
import { RecountNotice } from "./recount-notice.tsx";
import { SendingFields } from "./sending-fields.tsx";
import { SourceFields } from "./source-fields.tsx";
import { useFieldFocus } from "./use-field-focus.ts";
import { patchOf, SettingsValues, valuesOf } from "./values.ts";

/** A reset keeps what was typed unless told otherwise, because a journey that is read again must not take it away. */
const NOTHING_KEPT = { keepDirtyValues: false };

type JourneySettingsProps = {
  journeyId: string;
  /** The field to focus first, such as `goalConfig`. */
  field?: string | null;
  /** Called with whether there are unsaved changes. */
  onDirty?: (isDirty: boolean) => void;
  /** Called with the saved journey, which has a new revision. */
  onSaved?: (journey: JourneyDetail) => void;
};

/** The settings of a journey that are not on the canvas; saved with their own button. */
export function JourneySettings({ journeyId, ...rest }: JourneySettingsProps) {
  const { data: journey, error, refetch } = useJourney(journeyId);
  if (error && !journey) return <PageError error={error} onRetry={refetch} />;
  if (!journey) return <Skeleton className="h-96" />;
  return <SettingsForm journey={journey} {...rest} />;
}

type SettingsFormProps = Omit<JourneySettingsProps, "journeyId"> & { journey: Journey };

function SettingsForm({ journey, field = null, onDirty, onSaved }: SettingsFormProps) {
  const patch = usePatchJourney(journey.id);
  const isMember = useCanEdit();
  const canEdit = isMember && isEditableHere(journey);
  const form = useForm({
    resolver: zodResolver(SettingsValues),
    values: valuesOf(journey),
    resetOptions: { keepDirtyValues: true },
  });
  const { isDirty, isSubmitting, errors } = form.formState;
  useFieldFocus(form, field);
  useEffect(() => {
    onDirty?.(isDirty);
  }, [onDirty, isDirty]);
  const submit = form.handleSubmit(async (values) => {
    try {
      const { data } = await patch.mutateAsync(patchOf(values, journey));
      form.reset(valuesOf(data), NOTHING_KEPT);
      onSaved?.(data);
      toast.success("Settings saved to the draft.");
    } catch (error) {
      const refused = error instanceof ApiProblem ? error.errors : [];
      for (const entry of refused) form.setError(fieldFor(fieldOf(entry)), { message: entry.message });
      if (refused.length === 0) form.setError("root", { message: problemMessage(error) });
    }
  });
  return (
    <FormProvider {...form}>
      <SourceFields journey={journey} />
      {isEditableHere(journey) ? null : <Notice className="mb-6">{readOnlySentence(journey.source)}</Notice>}
      {/* Effects run later than a quick Esc, which would throw away what was just typed. */}
      <form onSubmit={submit} onInput={() => onDirty?.(true)} noValidate aria-label="Journey settings">
        <fieldset disabled={!canEdit} className="grid min-w-0 gap-6">
          <BasicFields />
          <EntryFields />
          <GoalFields />
          <RecountNotice journey={journey} />
          <LeavingFields />
          <SendingFields />
          {errors.root?.message ? <Notice tone="destructive">{errors.root.message}</Notice> : null}
          <div className="sticky bottom-0 -mx-5 flex items-center justify-end gap-2 border-t bg-popover px-5 py-3">
            <Button variant="outline" disabled={!isDirty} onClick={() => form.reset(valuesOf(journey), NOTHING_KEPT)}>
              Discard changes
            </Button>
            <Button type="submit" disabled={!isDirty} busy={isSubmitting}>
              Save settings
            </Button>
          </div>
        </fieldset>
      </form>
    </FormProvider>
  );
}
