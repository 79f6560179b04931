"use client";

import { Plus, X } from "lucide-react";
import { useEffect, useState } from "react";
import { usePropertyCatalog } from "#data";
import { same } from "#drafts";
import type { JsonObject } from "#journey";
import { Button } from "#ui/button";
import { writeTyped } from "#values";
import { ComboInput } from "./combo-input.tsx";
import { mapOf, type Pair, pairsOf } from "./pairs.ts";

type MapInputProps = {
  value: unknown;
  onChange: (map: JsonObject | undefined) => void;
  keyLabel: string;
  valueLabel: string;
  addLabel: string;
  keyPlaceholder?: string;
  valuePlaceholder?: string;
  /** The event whose properties these are: those that were seen are offered. */
  event?: string | undefined;
};

/** Names and values in rows: a filter, or variables. Half-written rows stay here until they have a name. */
export function MapInput({
  value,
  onChange,
  keyLabel,
  valueLabel,
  addLabel,
  keyPlaceholder,
  valuePlaceholder,
  event,
}: MapInputProps) {
  const seen = usePropertyCatalog().data?.events.find(({ name }) => name === event)?.properties ?? [];
  const valuesOf = (key: string) => seen.find(({ name }) => name === key)?.values.map(writeTyped) ?? [];
  const [pairs, setPairs] = useState<Pair[]>(() => pairsOf(value));
  useEffect(() => setPairs((now) => (same(mapOf(now), value ?? undefined) ? now : pairsOf(value))), [value]);
  const change = (next: Pair[]) => {
    setPairs(next);
    onChange(mapOf(next));
  };
  const set = (index: number, pair: Partial<Pair>) =>
    change(pairs.map((old, at) => (at === index ? { ...old, ...pair } : old)));
  return (
    <div className="grid gap-1.5">
      {[...pairs.entries()].map(([index, pair]) => (
        <div key={index} className="flex items-center gap-1.5">
          <ComboInput
            aria-label={keyLabel}
            value={pair.key}
            placeholder={keyPlaceholder}
            suggestions={seen.map(({ name, values }) => ({
              value: name,
              label: name,
              hint: values.slice(0, 3).join(", "),
            }))}
            onChange={(key) => set(index, { key })}
            className="font-mono text-xs"
          />
          <span className="text-muted-foreground text-xs">=</span>
          <ComboInput
            aria-label={valueLabel}
            value={pair.value}
            placeholder={valuePlaceholder}
            suggestions={valuesOf(pair.key).map((value) => ({ value, label: value }))}
            onChange={(value) => set(index, { value })}
            className="font-mono text-xs"
          />
          <Button
            type="button"
            variant="ghost"
            size="icon-sm"
            aria-label={`Remove ${pair.key || "row"}`}
            onClick={() => change(pairs.filter((_, at) => at !== index))}
          >
            <X />
          </Button>
        </div>
      ))}
      <Button
        type="button"
        variant="outline"
        size="sm"
        className="justify-self-start"
        onClick={() => setPairs([...pairs, { key: "", value: "" }])}
      >
        <Plus /> {addLabel}
      </Button>
    </div>
  );
}
