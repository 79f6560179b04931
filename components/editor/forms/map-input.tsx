"use client";

import { Plus, X } from "lucide-react";
import { useEffect, useState } from "react";
import { same } from "#drafts";
import type { JsonObject } from "#journey";
import { Button } from "#ui/button";
import { Input } from "#ui/input";
import { mapOf, type Pair, pairsOf } from "./pairs.ts";
import { rowsOf } from "./rows-of.ts";

type MapInputProps = {
  value: unknown;
  onChange: (map: JsonObject | undefined) => void;
  keyLabel: string;
  valueLabel: string;
  addLabel: string;
  keyPlaceholder?: string;
  valuePlaceholder?: string;
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
}: MapInputProps) {
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
      {rowsOf(pairs).map(({ key, item: pair, index }) => (
        <div key={key} className="flex items-center gap-1.5">
          <Input
            aria-label={keyLabel}
            value={pair.key}
            placeholder={keyPlaceholder}
            onChange={(event) => set(index, { key: event.target.value })}
            className="font-mono text-xs"
          />
          <span className="text-muted-foreground text-xs">=</span>
          <Input
            aria-label={valueLabel}
            value={pair.value}
            placeholder={valuePlaceholder}
            onChange={(event) => set(index, { value: event.target.value })}
            className="font-mono text-xs"
          />
          <Button
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
