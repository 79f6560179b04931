import { Shuffle } from "lucide-react";
import { accents } from "../accents.ts";
import type { StepKind } from "../kind.ts";

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
};
