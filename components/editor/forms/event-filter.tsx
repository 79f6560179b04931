"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { MapInput, Matches } from "#rules";
import { cn } from "#ui/cn";
import { Row } from "./row.tsx";
import { FilterRules } from "./rules/filter-rules.tsx";
import { shown } from "./text-row.tsx";
import type { StepValues } from "./use-node-form.ts";

/** "Only if": exact values of the event's properties, and an expression for the rest. Folded while unused. */
export function EventFilter({ prefix = "" }: { prefix?: string }) {
  const { getValues, watch } = useFormContext<StepValues>();
  const isUsed = getValues(`${prefix}filter`) !== undefined || getValues(`${prefix}expression`) !== undefined;
  const [isOpen, setOpen] = useState(isUsed);
  const event = shown(watch(`${prefix}eventName`)).trim();
  const filter = watch(`${prefix}filter`);
  const expression = shown(watch(`${prefix}expression`)).trim();
  const isAsked = event !== "" && (filter !== undefined || expression !== "");
  const question = { event, ...(filter ? { filter } : {}), ...(expression ? { expression } : {}) };
  return (
    <div className="grid gap-3">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex items-center gap-1 justify-self-start font-medium text-ui"
      >
        <ChevronRight
          className={cn("size-4 text-muted-foreground transition-transform", isOpen && "rotate-90")}
          aria-hidden
        />
        Only some of these events
      </button>
      {isOpen ? (
        <div className="grid gap-3 border-l pl-3">
          <Row name={`${prefix}filter`} label="Properties that must match" isGroup>
            {({ value, onChange }) => (
              <MapInput
                value={value}
                onChange={onChange}
                keyLabel="Property"
                valueLabel="Value"
                addLabel="Add a property"
                keyPlaceholder="plan"
                valuePlaceholder="pro"
                event={event}
              />
            )}
          </Row>
          <FilterRules name={`${prefix}expression`} event={event} />
          <Matches question={isAsked ? question : null} />
        </div>
      ) : null}
    </div>
  );
}
