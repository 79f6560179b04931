"use client";
import type { ReactNode } from "react";
import { FormProvider } from "react-hook-form";
import { type Journey, type Migration, problemMessage } from "#data";
import { isEntry, type JourneyNode } from "#journey";
import { Notice, Question, type QuestionLayoutProps } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { MigrationPlan } from "./migration-plan.tsx";
import { migrationOf } from "./plan.ts";
import { PlanSummary } from "./plan-summary.tsx";
import { usePlan } from "./use-plan.ts";

type PlanQuestionProps = Omit<QuestionLayoutProps, "onConfirm"> & {
  journey: Journey;
  /** The version to go back to; by default the draft is published. */
  versionId?: string;
  version: number;
  /** Steps people can move to. */
  targets: readonly JourneyNode[];
  /** An error of the preview that is shown elsewhere already. */
  ignore?: (error: unknown) => boolean;
  /** `revision` is that of the previewed draft. */
  onConfirm: (migration: Migration | null, revision: number) => void;
  children?: ReactNode;
};

/** A question about a new version with the plan for everyone inside. */
export function PlanQuestion(props: PlanQuestionProps) {
  const { journey, versionId, version, targets, ignore, onConfirm, children, ...question } = props;
  const { form, preview, steps, counted } = usePlan(journey.id, versionId);
  const problems = preview.data?.problems ?? [];
  const failed = preview.error && !ignore?.(preview.error) ? problemMessage(preview.error) : null;
  const landing = targets.filter((target) => !isEntry(target));
  return (
    <FormProvider {...form}>
      <Question
        {...question}
        blocked={question.blocked || preview.isPending}
        onConfirm={form.handleSubmit((plan) =>
          onConfirm(migrationOf(plan), preview.data?.revision ?? journey.revision),
        )}
      >
        {children}
        {!steps && !preview.error ? <Skeleton className="h-24" /> : null}
        {failed ? <Notice tone="destructive">{failed}</Notice> : null}
        {steps && steps.length > 0 ? <MigrationPlan steps={steps} targets={landing} version={version} /> : null}
        {problems.length > 0 && !question.blocked ? (
          <Notice tone="warning">
            {problems.map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
          </Notice>
        ) : null}
        {steps ? <PlanSummary steps={counted} version={version} /> : null}
      </Question>
    </FormProvider>
  );
}
