"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { FormProvider, useForm } from "react-hook-form";
import { ApiProblem, problemMessage, type TestRun, useTestRun } from "#data";
import { ProblemNotice } from "#shell";
import { Kbd } from "#ui/kbd";
import { useEditorStore } from "../../state/context.tsx";
import { useJourneyInfo } from "../../state/journey-info.tsx";
import { marksOfTest } from "../marks.ts";
import { RunButton } from "../run-button.tsx";
import { TrialAnswer } from "../trial-answer.tsx";
import { useDraft } from "../use-draft.ts";
import { useTrialRun } from "../use-trial-run.ts";
import { EventRows } from "./event-rows.tsx";
import { PersonFields } from "./person-fields.tsx";
import { StartFields } from "./start-fields.tsx";
import { TestLog } from "./test-log.tsx";
import { TestResult } from "./test-result.tsx";
import { firstValues, formField, inputOf, TestValues } from "./test-values.ts";
import type { WhatIf } from "./what-ifs.ts";

const said = ({ steps, outcome }: TestRun) => `${steps.length} decisions. ${outcome.sentence}`;

/** One person through the draft, waits skipped, every decision explained. */
export function TestTab({ isShown }: { isShown: boolean }) {
  const { journeyId } = useJourneyInfo();
  const store = useEditorStore();
  const draft = useDraft();
  const test = useTestRun(journeyId);
  const { run, tried, answer } = useTrialRun(isShown, marksOfTest, said);
  const form = useForm<TestValues>({
    resolver: zodResolver(TestValues),
    defaultValues: firstValues(store.getState().canvas.nodes),
  });
  const submit = form.handleSubmit(async (values) => {
    try {
      await run(() => test.mutateAsync({ ...inputOf(values), draft: draft() }));
    } catch (error) {
      const refused = error instanceof ApiProblem ? error.errors : [];
      for (const problem of refused) {
        const field = formField(problem);
        if (field) form.setError(field as "personId", { message: problem.message });
      }
      if (!refused.some(formField)) form.setError("root", { message: problemMessage(error) });
    }
  });
  /** The same run again, with an event that did not come before. */
  const tryOut = ({ after, eventName }: WhatIf) => {
    form.setValue("events", [...form.getValues("events"), { after, eventName, properties: undefined }]);
    void submit();
  };
  return (
    <FormProvider {...form}>
      <form
        onSubmit={submit}
        noValidate
        aria-label="Test run"
        className="grid gap-4 px-4 py-4"
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void submit();
        }}
      >
        <PersonFields />
        <StartFields />
        <EventRows />
        {form.formState.errors.root ? <ProblemNotice error={test.error} lead="The draft cannot run yet:" /> : null}
        <RunButton isRunning={form.formState.isSubmitting}>
          <Kbd>Ctrl ⏎</Kbd>
        </RunButton>
      </form>
      {answer ? (
        <TrialAnswer answer={answer} tried={tried}>
          <TestResult run={answer} canvas={tried ?? store.getState().canvas} onTry={tryOut} />
        </TrialAnswer>
      ) : null}
      <TestLog journeyId={journeyId} />
    </FormProvider>
  );
}
