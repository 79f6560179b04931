import { Cake, CalendarClock, Globe, Hand, MousePointerClick, UsersRound, Zap } from "lucide-react";
import { accents } from "../accents.ts";
import type { StepKind } from "../kind.ts";

const ICONS = {
  CUSTOM_EVENT: Zap,
  URL_MATCH: Globe,
  ELEMENT_CLICK: MousePointerClick,
  SEGMENT_ENTERED: UsersRound,
  SEGMENT_LEFT: UsersRound,
  MANUAL: Hand,
  SCHEDULE: CalendarClock,
  DATE: Cake,
} as const;

export const trigger: StepKind = {
  type: "TRIGGER",
  title: "Trigger",
  accent: accents.start,
  group: "Start",
  icon: (config) => ICONS[config.triggerType as keyof typeof ICONS] ?? Zap,
  offers: [
    {
      key: "trigger",
      title: "Trigger",
      hint: "How people enter: by an event, a page, a click, a date, or by hand",
      icon: Zap,
      words: "start entry event page click enter date birthday anniversary schedule",
    },
  ],
};
