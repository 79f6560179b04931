import { Pencil } from "lucide-react";
import { accents } from "../accents.ts";
import type { StepKind } from "../kind.ts";

export const action: StepKind = {
  type: "ACTION",
  title: "Update person",
  accent: accents.change,
  group: "Changes",
  icon: () => Pencil,
  offers: [
    {
      key: "action",
      title: "Update person",
      hint: "Changes tags, stage, traits or segments, or sends an event",
      icon: Pencil,
      words: "action tag stage trait attribute segment event update set",
    },
  ],
};
