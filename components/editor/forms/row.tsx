"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type ControllerRenderProps, useFormContext } from "react-hook-form";
import type { Problem } from "#journey";
import { cn } from "#ui/cn";
import { FormControl, FormDescription, FormField, FormItem, FormLabel } from "#ui/form";
import { sentence } from "./messages.ts";
import type { StepValues } from "./use-node-form.ts";

/** Problems of the step being edited, shown at their fields once the step is revealed or the field was touched. */
export type FieldProblems = { problems: readonly Problem[]; isRevealed: boolean };
export const FieldProblemsContext = createContext<FieldProblems>({ problems: [], isRevealed: false });
export const FieldProblemsProvider = FieldProblemsContext.Provider;

/** The problem of a config field. */
export function useFieldProblem(name: string): string | undefined {
  const { problems, isRevealed } = useContext(FieldProblemsContext);
  const form = useFormContext<StepValues>();
  const { isDirty, error } = form.getFieldState(name, form.formState);
  const path = `config.${name}`;
  const found = problems.find(({ field }) => field === path || field?.startsWith(`${path}.`));
  if (error?.message) return sentence(error.message);
  return found && (isRevealed || isDirty) ? sentence(found.message) : undefined;
}

type RowProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  className?: string;
  /** For controls that are several elements and label themselves. */
  isGroup?: boolean;
  children: (field: ControllerRenderProps<StepValues, string>) => ReactNode;
};

/** One field of a step's form: label, control, hint, and what is wrong with it. */
export function Row({ name, label, hint, className, isGroup = false, children }: RowProps) {
  const problem = useFieldProblem(name);
  return (
    <FormField<StepValues, string>
      name={name}
      render={({ field }) => (
        <FormItem className={cn(className)} data-field={name}>
          {isGroup ? <p className="font-medium text-ui">{label}</p> : <FormLabel>{label}</FormLabel>}
          {isGroup ? (
            <fieldset aria-label={label} className="min-w-0">
              {children(field)}
            </fieldset>
          ) : (
            <FormControl {...(problem ? { "aria-invalid": true } : {})}>{children(field)}</FormControl>
          )}
          {hint ? <FormDescription>{hint}</FormDescription> : null}
          {problem ? (
            <p role="alert" className="text-destructive-ink text-xs leading-5">
              {problem}
            </p>
          ) : null}
        </FormItem>
      )}
    />
  );
}
