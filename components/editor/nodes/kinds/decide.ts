import { Brain } from "lucide-react";
import { accents } from "../accents.ts";
import type { StepKind } from "../kind.ts";

export const decide: StepKind = {
  type: "DECIDE",
  title: "Decide",
  accent: accents.choice,
  group: "Paths",
  icon: () => Brain,
  offers: [
    {
      key: "decide",
      title: "Decide",
      hint: "Picks the best offer for each person",
      icon: Brain,
      words: "offer decision flow recommendation next best action",
      config: { maxOffers: 1 },
    },
  ],
};
