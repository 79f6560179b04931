"use client";
import type { RuleGroup } from "#journey";
import { Matches } from "./matches.tsx";
import { isFinished } from "./model.ts";
import { GroupEditor } from "./rule-list.tsx";
import { EventScope } from "./scope.tsx";

type RuleBuilderProps = {
  value: unknown;
  onChange: (group: RuleGroup) => void;
  /** The name of the event that the rules look at, for triggers and waits. */
  event?: string | undefined;
  /** After a try to save: what is missing is red at once. */
  showsErrors?: boolean;
  /** `false`: what surrounds them counts who meets all of it. */
  isCounted?: boolean;
};

/** Rules as rows, about what the workspace really has, and who meets them now. Half-made rows are kept. */
export function RuleBuilder({ value, onChange, event, showsErrors = false, isCounted = true }: RuleBuilderProps) {
  return (
    <EventScope value={event}>
      <div className="@container grid min-w-0 gap-3">
        <GroupEditor value={value} onChange={onChange} showsErrors={showsErrors} />
        <Matches question={isCounted && isFinished(value) ? { rules: value, ...(event ? { event } : {}) } : null} />
      </div>
    </EventScope>
  );
}
