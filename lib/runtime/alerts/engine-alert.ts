import type { Alert } from "#engine";
import type { Owner } from "../sql/connection.ts";
import type { RaisedAlert } from "./raised-alert.ts";

const TEXTS: Readonly<Record<Alert["code"], (alert: Alert) => string>> = {
  depth_limit: () => "Journeys set each other off more than 16 times in a row; the chain was cut.",
  held_limit: ({ detail }) =>
    `A paused journey keeps more than 100 signals for one person; the event ${JSON.stringify(detail.event)} was dropped.`,
};

/** What a step wants seen, as an alert in the person's own shard (R4, R22, R32). */
export function engineAlert({ shard, workspaceId, personId }: Owner, alert: Alert): RaisedAlert {
  const { code, journeyId, enrollmentId, at } = alert;
  const detail = { ...alert.detail, personId, enrollmentId };
  return { code, workspaceId, journeyId, at, text: TEXTS[code](alert), shard, detail };
}
