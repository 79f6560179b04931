"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "#ui/button";
import { Choice } from "../forms/choice.tsx";
import { OperationFields } from "../forms/operation-fields.tsx";
import { OPERATIONS } from "../forms/operations.ts";
import { useFieldProblem } from "../forms/row.tsx";

type Operations = { operations: { type: string }[] };

export function ActionForm() {
  const { control, setValue, watch } = useFormContext<Operations>();
  const { fields, append, remove } = useFieldArray({ control, name: "operations" });
  const problem = useFieldProblem("operations");
  return (
    <div data-field="operations" className="grid gap-2">
      <p className="font-medium text-ui">Changes, in order</p>
      {fields.map((row, index) => {
        const type = watch(`operations.${index}.type`);
        return (
          <div key={row.id} className="relative grid gap-2 rounded-lg border bg-background p-2 pr-9">
            <Choice
              aria-label="Change"
              value={type}
              options={OPERATIONS}
              onChange={(next) => setValue(`operations.${index}`, { type: next }, { shouldDirty: true })}
            />
            <OperationFields type={type} prefix={`operations.${index}.`} />
            <Button
              variant="ghost"
              size="icon-sm"
              className="absolute top-2 right-1"
              aria-label="Remove change"
              onClick={() => remove(index)}
            >
              <X />
            </Button>
          </div>
        );
      })}
      <Button
        variant="outline"
        size="sm"
        className="justify-self-start"
        onClick={() => append({ type: "tag_user" }, { shouldFocus: false })}
      >
        <Plus /> Add a change
      </Button>
      {problem && fields.length === 0 ? (
        <p role="alert" className="text-destructive-ink text-xs">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
