"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { cn } from "#ui/cn";
import { ExpressionRow } from "./expression-input.tsx";
import { MapInput } from "./map-input.tsx";
import { Row } from "./row.tsx";
import type { StepValues } from "./use-node-form.ts";

/** "Only if": exact values of the event's properties, and an expression for the rest. Folded while unused. */
export function EventFilter({ prefix = "" }: { prefix?: string }) {
  const { getValues } = useFormContext<StepValues>();
  const isUsed = getValues(`${prefix}filter`) !== undefined || getValues(`${prefix}expression`) !== undefined;
  const [isOpen, setOpen] = useState(isUsed);
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
              />
            )}
          </Row>
          <ExpressionRow name={`${prefix}expression`} label="And this expression" />
        </div>
      ) : null}
    </div>
  );
}
