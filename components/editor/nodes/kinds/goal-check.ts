import { Target } from "lucide-react";
import { accents } from "../accents.ts";
import type { StepKind } from "../kind.ts";

export const goalCheck: StepKind = {
  type: "GOAL_CHECK",
  title: "Goal check",
  accent: accents.goal,
  group: "Paths",
  icon: () => Target,
  offers: [
    {
      key: "goal-check",
      title: "Goal check",
      hint: "Checks if the person reached the goal since they entered",
      icon: Target,
      words: "goal conversion met reached",
    },
  ],
};
