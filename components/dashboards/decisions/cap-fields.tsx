"use client";
import { Plus, Trash2 } from "lucide-react";
import { Button } from "#ui/button";
import { Input } from "#ui/input";

type Cap = { max: number; days: number };

/** Contact limits: at most so many in so many days for one person. */
export function CapFields({ caps, onChange }: { caps: readonly Cap[]; onChange: (caps: Cap[]) => void }) {
  const change = (at: number, part: Partial<Cap>) =>
    onChange(caps.map((cap, index) => (index === at ? { ...cap, ...part } : cap)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-ui">Contact limits</legend>
      {[...caps.entries()].map(([index, cap]) => (
        <div key={index} className="flex flex-wrap items-center gap-2 text-ui">
          at most
          <Input
            type="number"
            min={1}
            max={1000}
            aria-label={`Limit ${index + 1}: offers`}
            className="w-20"
            value={Number.isNaN(cap.max) ? "" : cap.max}
            onChange={(event) => change(index, { max: event.target.valueAsNumber })}
          />
          in
          <Input
            type="number"
            min={1}
            max={365}
            aria-label={`Limit ${index + 1}: days`}
            className="w-20"
            value={Number.isNaN(cap.days) ? "" : cap.days}
            onChange={(event) => change(index, { days: event.target.valueAsNumber })}
          />
          days per person
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Remove limit ${index + 1}`}
            onClick={() => onChange(caps.filter((_, at) => at !== index))}
          >
            <Trash2 />
          </Button>
        </div>
      ))}
      {caps.length < 5 ? (
        <Button variant="outline" className="w-fit" onClick={() => onChange([...caps, { max: 1, days: 7 }])}>
          <Plus aria-hidden /> Add a limit
        </Button>
      ) : null}
    </fieldset>
  );
}
