"use client";
import type { PoliciesInput } from "#data";
import { TIMED_CHANNELS } from "#policies";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Label } from "#ui/label";
import { CHANNEL_LABELS } from "#words";
import { Checks, Choice, type Editing, Rows, TimeField } from "./parts.tsx";

export type PartProps = {
  draft: PoliciesInput;
  set: (part: Partial<PoliciesInput>) => void;
  editing: Editing;
};

const { webhook: _webhook, inapp: _inapp, ...CHANNEL_NAMES } = CHANNEL_LABELS;

export { CHANNEL_NAMES };

const CHANNELS = TIMED_CHANNELS.map((channel) => [channel, CHANNEL_LABELS[channel]] as const);

const DAYS = [
  [1, "Mon"],
  [2, "Tue"],
  [3, "Wed"],
  [4, "Thu"],
  [5, "Fri"],
  [6, "Sat"],
  [7, "Sun"],
] as const;

const NIGHT = { from: "21:00", to: "08:00", channels: [...TIMED_CHANNELS] };
const OFFICE = { channel: "email" as const, days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" };

/** When messages may leave, on the clock of each person. */
export function TimeFields(props: PartProps) {
  return (
    <>
      <QuietFields {...props} />
      <WindowFields {...props} />
    </>
  );
}

function QuietFields({ draft, set, editing }: PartProps) {
  const { quietHours } = draft;
  const { mayEdit, errorOf } = editing;
  const setQuiet = (part: Partial<typeof NIGHT>) => set({ quietHours: { ...NIGHT, ...quietHours, ...part } });
  return (
    <section aria-label="Quiet hours" className="grid gap-3">
      <h3 className="border-b pb-1.5 font-semibold text-ui">Quiet hours</h3>
      <Label className="flex items-center gap-2 font-normal">
        <Checkbox
          checked={quietHours !== null}
          disabled={!mayEdit}
          onCheckedChange={(isOn) => set({ quietHours: isOn === true ? NIGHT : null })}
        />
        Messages wait in quiet hours
      </Label>
      {quietHours ? (
        <div className="grid gap-3 sm:grid-cols-[8rem_8rem_1fr]">
          <TimeField
            label="From"
            value={quietHours.from}
            readOnly={!mayEdit}
            onChange={(from) => setQuiet({ from })}
            error={errorOf("quietHours.from")}
          />
          <TimeField
            label="To"
            value={quietHours.to}
            readOnly={!mayEdit}
            onChange={(to) => setQuiet({ to })}
            error={errorOf("quietHours.to")}
          />
          <Checks
            legend="Channels"
            options={CHANNELS}
            chosen={quietHours.channels}
            disabled={!mayEdit}
            onChange={(channels) => setQuiet({ channels })}
            error={errorOf("quietHours.channels")}
          />
        </div>
      ) : null}
      <Field
        label="Time zone of people without one"
        hint="The trait “timezone” of a person takes precedence. Empty: the time zone of the workspace."
        error={errorOf("fallbackZone")}
      >
        {(control) => (
          <Input
            {...control}
            className="max-w-72"
            value={draft.fallbackZone ?? ""}
            readOnly={!mayEdit}
            placeholder="Europe/Berlin"
            onChange={(event) => set({ fallbackZone: event.target.value.trim() || null })}
          />
        )}
      </Field>
    </section>
  );
}

function WindowFields({ draft, set, editing }: PartProps) {
  const { mayEdit, errorOf } = editing;
  return (
    <Rows
      title="Send windows"
      field="sendWindows"
      empty="Messages may leave at any time that is not quiet."
      rows={draft.sendWindows}
      onChange={(sendWindows) => set({ sendWindows })}
      fresh={OFFICE}
      add="Add window"
      noun="window"
      editing={editing}
    >
      {(row, change, path) => (
        <>
          <div className="grid gap-3 sm:grid-cols-3">
            <Choice
              label="Channel"
              value={row.channel}
              options={CHANNEL_NAMES}
              disabled={!mayEdit}
              onChange={(channel) => change({ channel })}
            />
            <TimeField
              label="From"
              value={row.from}
              readOnly={!mayEdit}
              onChange={(from) => change({ from })}
              error={errorOf(`${path}.from`)}
            />
            <TimeField
              label="To"
              value={row.to}
              readOnly={!mayEdit}
              onChange={(to) => change({ to })}
              error={errorOf(`${path}.to`)}
            />
          </div>
          <Checks
            legend="Opens on"
            options={DAYS}
            chosen={row.days}
            disabled={!mayEdit}
            onChange={(days) => change({ days })}
            error={errorOf(`${path}.days`)}
          />
        </>
      )}
    </Rows>
  );
}
