"use client";
import { Trash2 } from "lucide-react";
import { type FocusEvent, useState } from "react";
import type { EventRule, FieldRule, Rule, RuleGroup } from "#journey";
import { Button } from "#ui/button";
import { cn } from "#ui/cn";
import { AddRule } from "./add-rule.tsx";
import { Choice } from "./choice.tsx";
import { EventRuleRow } from "./event-rule.tsx";
import { FieldRuleRow } from "./field-rule.tsx";
import { SegmentRuleRow, StageRuleRow, TagRuleRow } from "./label-rules.tsx";
import { emptyRule, type Join, kindOf, readGroup, unfinished, writeGroup } from "./model.ts";

const JOINS = [
  { value: "all", label: "All of these hold" },
  { value: "any", label: "Any of these holds" },
  { value: "not-all", label: "Not all of these hold" },
  { value: "not-any", label: "None of these holds" },
];

type GroupProps = { value: unknown; onChange: (group: RuleGroup) => void; depth?: number; showsErrors?: boolean };

/** A group: how its rules are joined, and the rules. */
export function GroupEditor({ value, onChange, depth = 0, showsErrors = false }: GroupProps) {
  const group = readGroup(value);
  const setRules = (rules: Rule[]) => onChange(writeGroup({ ...group, rules }));
  const joinAs = (choice: string) => {
    const join: Join = choice.endsWith("any") ? "any" : "all";
    onChange(writeGroup({ ...group, join, not: choice.startsWith("not") }));
  };
  const isJoined = group.rules.length > 1 || group.not || depth > 0;
  return (
    <div className="grid w-full min-w-0 gap-2">
      {isJoined ? (
        <Choice
          label="How the rules are joined"
          value={`${group.not ? "not-" : ""}${group.join}`}
          options={JOINS}
          onChange={joinAs}
          className="w-52"
        />
      ) : null}
      <RuleList
        rules={group.rules}
        joint={group.join === "all" ? "and" : "or"}
        depth={depth}
        showsErrors={showsErrors}
        onChange={setRules}
      />
    </div>
  );
}

type ListProps = {
  rules: readonly Rule[];
  /** The word between two of them. */
  joint: string;
  onChange: (rules: Rule[]) => void;
  depth?: number;
  showsErrors?: boolean;
};

/** Rules in rows, each with the fields that its kind needs. */
export function RuleList({ rules, joint, onChange, depth = 0, showsErrors = false }: ListProps) {
  return (
    <div className="grid min-w-0 gap-2">
      {[...rules.entries()].map(([index, rule]) => (
        <div key={index}>
          {index > 0 ? <p className="pb-2 text-center text-muted-foreground text-xs">{joint}</p> : null}
          <RuleCard
            rule={rule}
            place={index + 1}
            depth={depth}
            showsErrors={showsErrors}
            onChange={(next) => onChange(rules.map((old, at) => (at === index ? next : old)))}
            onRemove={() => onChange(rules.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <AddRule depth={depth} onAdd={(kind) => onChange([...rules, emptyRule(kind)])} />
    </div>
  );
}

type CardProps = {
  rule: Rule;
  place: number;
  depth: number;
  showsErrors: boolean;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
};

/** One rule; what is missing is red only after the rule was left, or after a try to save. */
function RuleCard({ rule, place, depth, showsErrors, onChange, onRemove }: CardProps) {
  const [wasLeft, setLeft] = useState(false);
  const missing = unfinished(rule);
  const isRed = missing !== null && (wasLeft || showsErrors);
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // An open list of the rule is elsewhere in the document.
    const isInList = relatedTarget instanceof Element && relatedTarget.closest("[data-radix-popper-content-wrapper]");
    if (relatedTarget !== null && !isInList && !currentTarget.contains(relatedTarget)) setLeft(true);
  };
  return (
    <fieldset
      aria-label={`Rule ${place}`}
      onBlur={onBlur}
      data-rule={kindOf(rule)}
      className={cn(
        "relative flex min-w-0 items-start gap-1 rounded-lg border bg-card p-2 shadow-raised",
        isRed && "border-destructive",
      )}
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
        <RuleRow rule={rule} onChange={onChange} depth={depth} showsErrors={showsErrors} />
        {missing ? (
          <p
            className={cn("w-full text-xs", isRed ? "text-destructive-ink" : "text-muted-foreground")}
            role={isRed ? "alert" : undefined}
          >
            {missing}
          </p>
        ) : null}
      </div>
      <Button variant="ghost" size="icon-sm" aria-label={`Remove rule ${place}`} onClick={onRemove}>
        <Trash2 />
      </Button>
    </fieldset>
  );
}

type RowProps = Pick<CardProps, "rule" | "onChange" | "depth" | "showsErrors">;

function RuleRow({ rule, onChange, depth, showsErrors }: RowProps) {
  switch (kindOf(rule)) {
    case "field":
      return <FieldRuleRow rule={rule as Partial<FieldRule>} onChange={onChange} />;
    case "tag":
      return <TagRuleRow rule={rule} onChange={onChange} />;
    case "stage":
      return <StageRuleRow rule={rule} onChange={onChange} />;
    case "event":
      return <EventRuleRow rule={rule as Partial<EventRule>} onChange={onChange} />;
    case "segment":
      return <SegmentRuleRow rule={rule} onChange={onChange} />;
    case "group":
      return <GroupEditor value={rule} onChange={onChange} depth={depth + 1} showsErrors={showsErrors} />;
  }
}
