import { Split } from "lucide-react";
import { accents } from "../accents.ts";
import type { StepKind } from "../kind.ts";

export const condition: StepKind = {
  type: "CONDITION",
  title: "Condition",
  accent: accents.choice,
  group: "Paths",
  icon: () => Split,
  offers: [
    {
      key: "condition",
      title: "Condition",
      hint: "Chooses a path by who people are or what they did",
      icon: Split,
      words: "if branch rule true false path decision",
    },
  ],
};
