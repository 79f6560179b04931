"use client";

import type { Rule } from "#journey";
import { RuleList } from "#rules";
import { OptionalDurationRow } from "../forms/duration-row.tsx";
import { ExpressionRow } from "../forms/expression-input.tsx";
import { Row } from "../forms/row.tsx";

const rulesOf = (value: unknown): Rule[] => (Array.isArray(value) ? value : []);

export function WaitForConditionForm() {
  return (
    <>
      <Row name="include" label="Until any of these holds" isGroup>
        {({ value, onChange }) => <RuleList rules={rulesOf(value)} onChange={onChange} joint="or" />}
      </Row>
      <Row name="exclude" label="And none of these" isGroup>
        {({ value, onChange }) => <RuleList rules={rulesOf(value)} onChange={onChange} joint="nor" />}
      </Row>
      <ExpressionRow name="expression" label="And this expression" />
      <OptionalDurationRow
        name="timeout"
        label="Give up after a while"
        initial="7d"
        hint="People who do not meet it by then leave by “Timed out”."
      />
    </>
  );
}
