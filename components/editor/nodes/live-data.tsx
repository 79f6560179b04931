"use client";

import { useFormContext } from "react-hook-form";
import type { JourneyNode } from "#journey";
import { MapInput } from "#rules";
import { Switch } from "#ui/switch";
import { Choice } from "../forms/choice.tsx";
import { OptionalDurationRow } from "../forms/duration-row.tsx";
import { JsonRow } from "../forms/json-row.tsx";
import { Row } from "../forms/row.tsx";
import { BranchRows } from "../forms/rules/branch-rows.tsx";
import { TextRow } from "../forms/text-row.tsx";
import type { StepValues } from "../forms/use-node-form.ts";

const METHODS = ["GET", "POST"].map((value) => ({ value, label: value }));

export function LiveDataForm({ node }: { node: JourneyNode }) {
  return (
    <>
      <TextRow
        name="url"
        label="Address"
        placeholder="https://api.example.com/plans/{{ person.externalId }}"
        hint="Variables in double braces, as in messages."
        isCode
      />
      <Row name="method" label="Method">
        {({ value, onChange, ref: _ref, ...field }) => (
          <Choice {...field} value={value ?? "GET"} onChange={onChange} options={METHODS} />
        )}
      </Row>
      {node.config.method === "POST" ? (
        <JsonRow name="body" label="Body" hint="JSON whose texts are templates. Empty: the person and the workspace." />
      ) : null}
      <TextRow
        name="endpoint"
        label="Endpoint with a secret"
        placeholder="crm"
        hint="The name of an endpoint in the settings, Channels: its secret header is added. Empty: none."
        isCode
      />
      <MapRow
        name="headers"
        label="More headers"
        hint="Not for secrets: everyone who sees the journey sees them."
        keyLabel="Header"
        valueLabel="Value"
        addLabel="Add a header"
      />
      <TextRow
        name="storeAs"
        label="Store the answer as"
        placeholder="plan"
        hint="Later steps read it as context.plan."
        isCode
      />
      <MapRow
        name="map"
        label="Values to keep"
        hint="A name and where the answer has it, such as items[0].price. Without any, the whole answer is kept."
        keyLabel="Name"
        valueLabel="Place in the answer"
        addLabel="Add a value"
      />
      <MapRow
        name="fallback"
        label="Fall-back values"
        hint="They hold where the answer lacks a value, and if no answer comes."
        keyLabel="Name of the fall-back"
        valueLabel="Fall-back value"
        addLabel="Add a fall-back"
      />
      <Paths />
      <Budget />
      <JsonRow
        name="sample"
        label="Sample answer"
        hint="Nothing is called in test runs, forecasts and backtests: they take this answer, or the fall-back values."
      />
    </>
  );
}

/** How long it may take, and how long an answer is used again. */
function Budget() {
  return (
    <>
      <OptionalDurationRow
        name="timeout"
        label="Wait longer or shorter than a minute"
        initial="5m"
        hint="For all attempts together. People without an answer by then leave by “Failed”."
      />
      <OptionalDurationRow
        name="answerWithin"
        label="Shorten a single call"
        initial="3s"
        hint="At most 10 seconds, as without it."
      />
      <OptionalDurationRow
        name="cacheFor"
        label="Use an answer again"
        initial="10m"
        hint="The same call is not made again for so long. At most a day."
      />
    </>
  );
}

type MapRowProps = {
  name: string;
  label: string;
  hint: string;
  keyLabel: string;
  valueLabel: string;
  addLabel: string;
};

function MapRow({ name, label, hint, ...labels }: MapRowProps) {
  return (
    <Row name={name} label={label} isGroup hint={hint}>
      {({ value, onChange }) => <MapInput value={value} onChange={onChange} {...labels} />}
    </Row>
  );
}

/** Ways out by what was answered, before “Otherwise”. */
function Paths() {
  const { watch, setValue } = useFormContext<StepValues>();
  const isOn = watch("branches") !== undefined;
  const first = [{ key: "path_1", label: "Path 1", rules: { all: [] } }];
  return (
    <div className="grid gap-2">
      <span className="flex items-center justify-between gap-3">
        <span className="font-medium text-ui">Paths by the answer</span>
        <Switch
          aria-label="Paths by the answer"
          checked={isOn}
          onCheckedChange={(on) => setValue("branches", on ? first : undefined, { shouldDirty: true })}
        />
      </span>
      {isOn ? <BranchRows /> : null}
    </div>
  );
}
