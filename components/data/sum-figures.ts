import type { MessageFigures, Overview } from "./types/index.ts";

/** The results of messages of one or more steps together. */
export type MessageSums = Overview["totals"]["messages"];

/** Adds up the figures of steps; rates are taken over all tracked messages together. */
export function sumFigures(figures: readonly MessageFigures[]): MessageSums {
  const sum = (name: keyof Omit<MessageFigures, "nodeId" | "openRate" | "clickRate">) =>
    figures.reduce((total, row) => total + row[name], 0);
  const [opened, clicked, openTracked, clickTracked] = [
    sum("opened"),
    sum("clicked"),
    sum("openTracked"),
    sum("clickTracked"),
  ];
  return {
    sent: sum("sent"),
    captured: sum("captured"),
    delivered: sum("delivered"),
    opened,
    clicked,
    bounced: sum("bounced"),
    complained: sum("complained"),
    unsubscribed: sum("unsubscribed"),
    openRate: openTracked === 0 ? null : opened / openTracked,
    clickRate: clickTracked === 0 ? null : clicked / clickTracked,
  };
}
