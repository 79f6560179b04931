"use client";
import { COUNT_OPERATORS, type CountOperator, type EventRule } from "#journey";
import { Input } from "#ui/input";
import { Choice } from "./choice.tsx";
import { EventInput } from "./event-input.tsx";
import { PeriodInput } from "./period-input.tsx";

const WORDS: Readonly<Record<CountOperator, string>> = {
  gte: "at least",
  gt: "more than",
  lte: "at most",
  lt: "fewer than",
  eq: "exactly",
  ne: "not",
};
const COUNTS = COUNT_OPERATORS.map((value) => ({ value, label: WORDS[value] }));

/** `order.placed at least 2 times in the last 30 days`. */
export function EventRuleRow({ rule, onChange }: { rule: Partial<EventRule>; onChange: (rule: EventRule) => void }) {
  const whole: EventRule = { ...rule, event: rule.event ?? "" };
  const [op = "gte", amount = 1] = Object.entries(whole.count ?? { gte: 1 })[0] ?? [];
  const within = (value: string | undefined) => {
    const { within: _old, ...rest } = whole;
    onChange(value === undefined ? rest : { ...rest, within: value });
  };
  return (
    <>
      <span className="text-ui">Did</span>
      <span className="w-52 min-w-0">
        <EventInput aria-label="Event" value={whole.event} onChange={(event) => onChange({ ...whole, event })} />
      </span>
      <Choice
        label="How often"
        value={op}
        options={COUNTS}
        onChange={(next) => onChange({ ...whole, count: { [next]: Number(amount) } })}
        className="w-28"
      />
      <Input
        aria-label="Times"
        inputMode="numeric"
        value={String(amount)}
        onChange={(event) =>
          onChange({ ...whole, count: { [op]: Math.trunc(Number(event.target.value.replaceAll(/\D/g, ""))) } })
        }
        className="w-16"
      />
      <span className="text-ui">times in the last</span>
      <PeriodInput label="Period" value={whole.within} onChange={within} />
    </>
  );
}
