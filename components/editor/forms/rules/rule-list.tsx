"use client";

import { X } from "lucide-react";
import type { EventRule, FieldRule, Rule, RuleGroup, SegmentRule } from "#journey";
import { Button } from "#ui/button";
import { Choice } from "../choice.tsx";
import { rowsOf } from "../rows-of.ts";
import { SegmentChoice } from "../segment-row.tsx";
import { AddRule } from "./add-rule.tsx";
import { EventRuleRow } from "./event-rule.tsx";
import { FieldRuleRow } from "./field-rule.tsx";
import { emptyRule, type Join, kindOf, readGroup, unfinished, writeGroup } from "./rule-model.ts";

export type RuleListProps = {
  rules: readonly Rule[];
  onChange: (rules: Rule[]) => void;
  depth?: number;
  joint?: string;
};

/** Rules in rows, each with the row its kind needs; `joint` is the word between two of them. */
export function RuleList({ rules, onChange, depth = 0, joint = "" }: RuleListProps) {
  const set = (index: number, rule: Rule) => onChange(rules.map((old, at) => (at === index ? rule : old)));
  return (
    <div className="grid gap-2">
      {rowsOf(rules).map(({ key, item: rule, index }) => (
        <div key={key}>
          {index > 0 && joint ? <p className="pb-2 text-center text-muted-foreground text-xs">{joint}</p> : null}
          <div className="relative rounded-lg border bg-background p-2 pr-9" data-rule={kindOf(rule)}>
            <RuleRow rule={rule} onChange={(next) => set(index, next)} depth={depth} />
            {unfinished(rule) ? <p className="pt-1 text-muted-foreground text-xs">{unfinished(rule)}</p> : null}
            <Button
              variant="ghost"
              size="icon-sm"
              className="absolute top-2 right-1"
              aria-label="Remove rule"
              onClick={() => onChange(rules.filter((_, at) => at !== index))}
            >
              <X />
            </Button>
          </div>
        </div>
      ))}
      <AddRule depth={depth} onAdd={(kind) => onChange([...rules, emptyRule(kind)])} />
    </div>
  );
}

function RuleRow({ rule, onChange, depth }: { rule: Rule; onChange: (rule: Rule) => void; depth: number }) {
  switch (kindOf(rule)) {
    case "field":
      return <FieldRuleRow rule={rule as Partial<FieldRule>} onChange={onChange} />;
    case "event":
      return <EventRuleRow rule={rule as Partial<EventRule>} onChange={onChange} />;
    case "segment":
      return (
        <SegmentChoice
          aria-label="Segment"
          value={(rule as SegmentRule).segment}
          onChange={(segment) => onChange({ ...rule, segment })}
        />
      );
    case "group":
      return <RuleGroupEditor value={rule as RuleGroup} onChange={onChange} depth={depth + 1} />;
  }
}

const JOINS = [
  { value: "all", label: "All of these hold" },
  { value: "any", label: "Any of these holds" },
  { value: "not-all", label: "Not all of these hold" },
  { value: "not-any", label: "None of these holds" },
];

/** A group: how its rules are joined, and the rules. */
export function RuleGroupEditor({
  value,
  onChange,
  depth = 0,
}: {
  value: unknown;
  onChange: (group: RuleGroup) => void;
  depth?: number;
}) {
  const group = readGroup(value);
  const joinAs = (choice: string) => {
    const join: Join = choice.endsWith("any") ? "any" : "all";
    onChange(writeGroup({ ...group, join, not: choice.startsWith("not") }));
  };
  const isJoined = group.rules.length > 1 || group.not || depth > 0;
  return (
    <div className="grid gap-2">
      {isJoined ? (
        <Choice
          aria-label="How the rules are joined"
          value={`${group.not ? "not-" : ""}${group.join}`}
          options={JOINS}
          onChange={joinAs}
        />
      ) : null}
      <RuleList
        rules={group.rules}
        depth={depth}
        joint={group.join === "all" ? "and" : "or"}
        onChange={(rules) => onChange(writeGroup({ ...group, rules }))}
      />
    </div>
  );
}
