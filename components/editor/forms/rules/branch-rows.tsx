"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "#ui/button";
import { TextRow } from "../text-row.tsx";
import { TestRows } from "./test-rows.tsx";

type Branches = { branches: { key: string; label: string; rules?: unknown }[] };

/** The paths of a condition, tried in order; people who meet none leave by “Otherwise”. */
export function BranchRows() {
  const { control, getValues } = useFormContext<Branches>();
  const { fields, append, remove, swap } = useFieldArray({ control, name: "branches" });
  const add = () => {
    const taken = new Set(getValues("branches")?.map((branch) => branch.key));
    let number = fields.length + 1;
    while (taken.has(`path_${number}`)) number++;
    append({ key: `path_${number}`, label: `Path ${number}`, rules: { all: [] } }, { shouldFocus: false });
  };
  return (
    <div data-field="branches" className="grid gap-3">
      {fields.map((row, index) => (
        <section
          key={row.id}
          aria-label={`Path ${index + 1}`}
          className="grid gap-3 rounded-lg border bg-background p-3"
        >
          <div className="flex items-center justify-between">
            <h4 className="font-medium text-muted-foreground text-xs">{index === 0 ? "First try" : "Else try"}</h4>
            <span className="flex">
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label="Try earlier"
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              >
                <ArrowUp />
              </Button>
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label="Try later"
                disabled={index === fields.length - 1}
                onClick={() => swap(index, index + 1)}
              >
                <ArrowDown />
              </Button>
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label="Remove path"
                disabled={fields.length === 1}
                onClick={() => remove(index)}
              >
                <X />
              </Button>
            </span>
          </div>
          <TextRow name={`branches.${index}.label`} label="Path" placeholder="Big spenders" />
          <TestRows prefix={`branches.${index}.`} label="Taken when" />
        </section>
      ))}
      <Button variant="outline" size="sm" className="justify-self-start" onClick={add}>
        <Plus /> Add a path
      </Button>
      <p className="text-muted-foreground text-xs">People who meet none of them leave by “Otherwise”.</p>
    </div>
  );
}
