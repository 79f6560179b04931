import { LogOut } from "lucide-react";
import { accents } from "../accents.ts";
import type { StepKind } from "../kind.ts";

export const exit: StepKind = {
  type: "EXIT",
  title: "Exit",
  accent: accents.end,
  group: "End",
  icon: () => LogOut,
  offers: [
    {
      key: "exit",
      title: "Exit",
      hint: "The journey ends here",
      icon: LogOut,
      words: "end stop finish complete leave",
    },
  ],
};
