"use client";
import { Plus, Trash2 } from "lucide-react";
import { Button } from "#ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "#ui/dropdown-menu";
import { Pick } from "./pick.tsx";
import { EventFields, SegmentFields, StageFields, TagFields, TraitFields } from "./row-fields.tsx";
import { emptyRow, type RuleKind, type RuleRow, type RuleRows } from "./rows.ts";

const KINDS: Record<RuleKind, string> = {
  trait: "Trait",
  tag: "Tag",
  stage: "Stage",
  event: "How often an event happened",
  segment: "Segment",
};

type RuleBuilderProps = { value: RuleRows; onChange: (value: RuleRows) => void };

/** Rules as rows of plain words, joined by all or any. */
export function RuleBuilder({ value, onChange }: RuleBuilderProps) {
  const { join, rows } = value;
  const change = (index: number, row: RuleRow) =>
    onChange({ join, rows: rows.map((old, at) => (at === index ? row : old)) });
  const remove = (index: number) => onChange({ join, rows: rows.filter((_, at) => at !== index) });
  return (
    <div className="grid gap-2">
      {rows.length > 1 ? (
        <div className="flex items-center gap-2 text-ui">
          People who meet
          <Pick
            label="How many of the rules"
            className="w-20"
            value={join}
            options={{ all: "all", any: "any" }}
            onChange={(next) => onChange({ join: next === "any" ? "any" : "all", rows })}
          />
          of these:
        </div>
      ) : null}
      <ul className="grid gap-2">
        {[...rows.entries()].map(([index, row]) => (
          <li key={index} className="flex items-start gap-2 rounded-lg border bg-card p-2 shadow-raised">
            <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
              <Row row={row} onChange={(next) => change(index, next)} />
            </div>
            <Button variant="ghost" size="icon" aria-label={`Remove rule ${index + 1}`} onClick={() => remove(index)}>
              <Trash2 />
            </Button>
          </li>
        ))}
      </ul>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="outline" className="w-fit">
            <Plus aria-hidden /> Add a rule
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start">
          {Object.entries(KINDS).map(([kind, label]) => (
            <DropdownMenuItem
              key={kind}
              onSelect={() => onChange({ join, rows: [...rows, emptyRow(kind as RuleKind)] })}
            >
              {label}
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
    </div>
  );
}

function Row({ row, onChange }: { row: RuleRow; onChange: (row: RuleRow) => void }) {
  switch (row.kind) {
    case "trait":
      return <TraitFields row={row} onChange={onChange} />;
    case "tag":
      return <TagFields row={row} onChange={onChange} />;
    case "stage":
      return <StageFields row={row} onChange={onChange} />;
    case "event":
      return <EventFields row={row} onChange={onChange} />;
    case "segment":
      return <SegmentFields row={row} onChange={onChange} />;
  }
}
