"use client";

import { Brain } from "lucide-react";
import { Input } from "#ui/input";
import { Row } from "../forms/row.tsx";
import { shown, TextRow } from "../forms/text-row.tsx";
import { accents } from "./accents.ts";
import type { StepKind } from "./kind.ts";

function DecideForm() {
  return (
    <>
      <TextRow name="decisionFlowId" label="Decision flow" placeholder="df_personal_loans" isCode />
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
      <TextRow name="storeResultAs" label="Store the result as" placeholder="loan_recommendation" isCode />
    </>
  );
}

export const decide: StepKind = {
  type: "DECIDE",
  title: "Decide",
  accent: accents.choice,
  group: "Paths",
  icon: () => Brain,
  offers: [],
  Form: DecideForm,
};
