"use client";

import { Input } from "#ui/input";
import { DecisionFlowRow } from "../forms/decision-flow-row.tsx";
import { Row } from "../forms/row.tsx";
import { shown, TextRow } from "../forms/text-row.tsx";

export function DecideForm() {
  return (
    <>
      <DecisionFlowRow />
      <Row name="maxOffers" label="Offers at most">
        {({ value, onChange, ...field }) => (
          <Input
            {...field}
            type="number"
            min={1}
            max={100}
            value={shown(value)}
            onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.valueAsNumber)}
          />
        )}
      </Row>
      <TextRow
        name="storeResultAs"
        label="Store the result as"
        placeholder="loan_recommendation"
        hint="Later steps can use context.loan_recommendation.offer. Empty: the name of this step."
        isCode
      />
    </>
  );
}
