"use client";

import type { JourneyNode } from "#journey";
import { Switch } from "#ui/switch";
import { Row } from "../forms/row.tsx";
import { SplitHoldout, SplitLearning } from "../forms/split-learning.tsx";
import { SplitShares } from "../forms/split-shares.tsx";

export function SplitForm({ node }: { node: JourneyNode }) {
  return (
    <>
      <SplitShares node={node} />
      <SplitLearning />
      <SplitHoldout node={node} />
      <Row name="sticky" label="The same path for a person every time" hint="Also when they enter this journey again.">
        {({ value, onChange, ref: _ref, ...field }) => (
          <Switch
            {...field}
            checked={value === true || value === "person"}
            onCheckedChange={(on) => onChange(on ? true : undefined)}
          />
        )}
      </Row>
    </>
  );
}
