"use client";
import { X } from "lucide-react";
import { useState } from "react";
import { type EnrollInput, personLabel, useEverySegment, usePerson } from "#data";
import { peopleCount } from "#shell";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { PeopleCommand } from "../people/person-picker.tsx";
import type { LeftOut } from "./people-list.ts";

/** Whom to enroll as far as chosen, and how many people that is when it is known. */
export type Choice = {
  input: EnrollInput | null;
  count: number | null;
  /** Of a list: the line of each of the people, and the rows that are nobody. */
  lines?: readonly number[];
  leftOut?: readonly LeftOut[];
};

export type SourceProps = { onChange: (choice: Choice) => void };

export function EnrollPeople({ onChange }: SourceProps) {
  const [ids, setIds] = useState<string[]>([]);
  const choose = (next: string[]) => {
    setIds(next);
    onChange({
      input: next.length > 0 ? { people: next.map((personId) => ({ personId })) } : null,
      count: next.length,
    });
  };
  return (
    <div className="grid gap-3">
      <div className="rounded-lg border">
        <PeopleCommand label="Find people" onPick={(id) => choose([...new Set([...ids, id])])} />
      </div>
      {ids.length > 0 ? (
        <ul aria-label="Selected people" className="flex flex-wrap gap-1.5">
          {ids.map((id) => (
            <Chip key={id} id={id} onRemove={() => choose(ids.filter((other) => other !== id))} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Chip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { data } = usePerson(id);
  const label = data ? personLabel(data) : "…";
  return (
    <li className="flex items-center gap-1 rounded-full bg-secondary py-0.5 pr-1 pl-2.5 text-xs">
      {label}
      <Button
        variant="ghost"
        className="size-5 rounded-full"
        size="icon-sm"
        aria-label={`Remove ${label}`}
        onClick={onRemove}
      >
        <X className="size-3" />
      </Button>
    </li>
  );
}

export function EnrollSegment({ onChange }: SourceProps) {
  const segments = useEverySegment().data?.data ?? [];
  return (
    <Field label="Segment" hint="Everyone in it now. People who join later are not enrolled.">
      {(control) => (
        <Select
          onValueChange={(segmentId) =>
            onChange({
              input: { segmentId },
              count: segments.find(({ id }) => id === segmentId)?._count.members ?? null,
            })
          }
        >
          <SelectTrigger {...control}>
            <SelectValue placeholder={segments.length > 0 ? "Choose a segment" : "There are no segments yet"} />
          </SelectTrigger>
          <SelectContent>
            {segments.map((segment) => (
              <SelectItem key={segment.id} value={segment.id}>
                {segment.name} · {peopleCount(segment._count.members)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
    </Field>
  );
}
