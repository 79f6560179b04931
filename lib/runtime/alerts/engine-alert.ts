import { type Alert, MOST_HELD } from "#engine";
import type { Owner } from "#store/sql";
import { LONGEST_CHAIN } from "#values";
import type { RaisedAlert } from "./raised-alert.ts";

const TEXTS: Readonly<Record<Alert["code"], (alert: Alert) => string>> = {
  depth_limit: () => `Journeys set each other off more than ${LONGEST_CHAIN} times in a row; the chain was cut.`,
  held_limit: ({ detail }) =>
    `A paused journey holds more than ${MOST_HELD} signals for one person; the event ${JSON.stringify(detail.event)} was dropped.`,
};

/** Stores an alert of the engine in the person's own shard (R4, R22, R32). */
export function engineAlert({ shard, workspaceId, personId }: Owner, alert: Alert): RaisedAlert {
  const { code, journeyId, enrollmentId, at } = alert;
  const detail = { ...alert.detail, personId, enrollmentId };
  return { code, workspaceId, journeyId, at, text: TEXTS[code](alert), shard, detail };
}

/**
 * Alert for signals of a person that cannot be processed. The signals are kept; everything else of the person continues
 * (R17).
 */
export function rejectedAlert(
  { shard, workspaceId, personId }: Owner,
  inbox: readonly { readonly id: string; readonly kind: string }[],
  at: number,
  why: string,
): RaisedAlert {
  const kinds = [...new Set(inbox.map(({ kind }) => kind))].join(", ");
  const text = `Signals of one person (${kinds}) could not be processed. They are kept and can be replayed (GET /api/signals/rejected): ${why}`;
  const detail = { personId, signals: inbox.slice(0, 20).map(({ id }) => id) };
  return { code: "signals_rejected", workspaceId, journeyId: null, at, text, count: inbox.length, shard, detail };
}
