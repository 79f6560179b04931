"use client";
import { goesToDevices } from "#consent";
import { type PoliciesInput, useTopics } from "#data";
import { Choice, NumberField, Rows } from "./parts.tsx";
import { CHANNEL_NAMES, type PartProps } from "./time-fields.tsx";

type Cap = PoliciesInput["caps"][number];
type Rate = PoliciesInput["rateLimits"][number];

const CAP_CHANNELS = { any: "All channels", ...CHANNEL_NAMES, inapp: "Content in pages" } as const;
const PERIODS = {
  rolling: "Rolling hours",
  day: "Day of the person",
  week: "Week, from Monday",
  month: "Calendar month",
} as const;
const WHEN_FULL = { hold: "Hold until there is room", skip: "Skip the message" } as const;
const RATE_CHANNELS = { ...CHANNEL_NAMES, webhook: "Webhook" } as const;
const PROVIDERS = { all: "All services", web_push: "Web push", fcm: "Firebase", apns: "Apple" } as const;
const EVERY_TOPIC = "*";

const ONE_A_DAY: Cap = {
  channel: "any",
  topicId: null,
  limit: 1,
  period: { kind: "rolling", hours: 24 },
  whenFull: "hold",
};
const TEN_A_SECOND: Rate = { channel: "email", provider: null, messages: 10, perSeconds: 1 };

const periodOf = (name: keyof typeof PERIODS): Cap["period"] =>
  name === "rolling" ? { kind: "rolling", hours: 24 } : { kind: "calendar", unit: name };

/** How often one person is written to. */
export function CapFields({ draft, set, editing }: PartProps) {
  const { mayEdit, errorOf } = editing;
  const topics = (useTopics().data ?? []).filter(({ archived }) => !archived);
  const names = Object.fromEntries([[EVERY_TOPIC, "All topics"], ...topics.map(({ id, name }) => [id, name])]);
  return (
    <Rows
      title="Caps for one person"
      field="caps"
      empty="People may get any number of messages."
      rows={draft.caps}
      onChange={(caps) => set({ caps })}
      fresh={ONE_A_DAY}
      add="Add cap"
      noun="cap"
      editing={editing}
    >
      {(row, change, path) => (
        <div className="grid gap-3 sm:grid-cols-3">
          <NumberField
            label="At most, messages"
            value={row.limit}
            max={500}
            readOnly={!mayEdit}
            onChange={(limit) => change({ limit })}
            error={errorOf(`${path}.limit`)}
          />
          <Choice
            label="In"
            value={row.period.kind === "rolling" ? "rolling" : row.period.unit}
            options={PERIODS}
            disabled={!mayEdit}
            onChange={(name) => change({ period: periodOf(name) })}
          />
          {row.period.kind === "rolling" ? (
            <NumberField
              label="Hours"
              value={row.period.hours}
              max={744}
              readOnly={!mayEdit}
              onChange={(hours) => change({ period: { kind: "rolling", hours } })}
              error={errorOf(`${path}.period`)}
            />
          ) : null}
          <Choice
            label="On"
            value={row.channel}
            options={CAP_CHANNELS}
            disabled={!mayEdit}
            onChange={(channel) => change({ channel })}
          />
          <Choice
            label="About"
            value={row.topicId ?? EVERY_TOPIC}
            options={names}
            disabled={!mayEdit}
            onChange={(topic) => change({ topicId: topic === EVERY_TOPIC ? null : topic })}
            error={errorOf(`${path}.topicId`)}
          />
          <Choice
            label="When full"
            value={row.whenFull}
            options={WHEN_FULL}
            disabled={!mayEdit}
            onChange={(whenFull) => change({ whenFull })}
          />
        </div>
      )}
    </Rows>
  );
}

/** How fast messages of all people leave. */
export function RateFields({ draft, set, editing }: PartProps) {
  const { mayEdit, errorOf } = editing;
  return (
    <Rows
      title="Rates"
      field="rateLimits"
      empty="Messages leave as fast as the channels take them."
      rows={draft.rateLimits}
      onChange={(rateLimits) => set({ rateLimits })}
      fresh={TEN_A_SECOND}
      add="Add rate"
      noun="rate"
      editing={editing}
    >
      {(row, change, path) => (
        <div className="grid gap-3 sm:grid-cols-4">
          <Choice
            label="Channel"
            value={row.channel}
            options={RATE_CHANNELS}
            disabled={!mayEdit}
            onChange={(channel) => change({ channel, ...(goesToDevices(channel) ? {} : { provider: null }) })}
            error={errorOf(`${path}.channel`)}
          />
          {goesToDevices(row.channel) ? (
            <Choice
              label="Service"
              value={row.provider ?? "all"}
              options={PROVIDERS}
              disabled={!mayEdit}
              onChange={(provider) => change({ provider: provider === "all" ? null : provider })}
              error={errorOf(`${path}.provider`)}
            />
          ) : null}
          <NumberField
            label="Messages"
            value={row.messages}
            max={1_000_000}
            readOnly={!mayEdit}
            onChange={(messages) => change({ messages })}
            error={errorOf(`${path}.messages`)}
          />
          <NumberField
            label="In seconds"
            value={row.perSeconds}
            max={86_400}
            readOnly={!mayEdit}
            onChange={(perSeconds) => change({ perSeconds })}
            error={errorOf(`${path}.perSeconds`)}
          />
        </div>
      )}
    </Rows>
  );
}
