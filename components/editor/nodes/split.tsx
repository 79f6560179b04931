"use client";

import { Shuffle } from "lucide-react";
import type { JourneyNode } from "#journey";
import { Switch } from "#ui/switch";
import { Row } from "../forms/row.tsx";
import { SplitHoldout, SplitLearning } from "../forms/split-learning.tsx";
import { SplitShares } from "../forms/split-shares.tsx";
import { accents } from "./accents.ts";
import type { StepKind } from "./kind.ts";

function SplitForm({ node }: { node: JourneyNode }) {
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

export const split: StepKind = {
  type: "SPLIT",
  title: "Split",
  accent: accents.chance,
  group: "Paths",
  icon: () => Shuffle,
  offers: [
    {
      key: "split",
      title: "Random split",
      hint: "Divides people at random, for A/B tests",
      icon: Shuffle,
      words: "ab test random percent experiment share",
    },
  ],
  Form: SplitForm,
};
