"use client";

import { useState } from "react";
import { type EdgeTrigger, eventName, type JourneyEdge } from "#journey";
import { EventInput, MapInput } from "#rules";
import { Field } from "#ui/field";
import { updateEdge } from "../document/edits.ts";
import { Choice } from "../forms/choice.tsx";
import { DurationInput } from "../forms/duration-input.tsx";
import { EXPRESSION_HINT, ExpressionInput } from "../forms/expression-input.tsx";
import { useActions } from "../state/context.tsx";

const WHENS = [
  { value: "now", label: "At once" },
  { value: "timer", label: "After a while" },
  { value: "event", label: "When something happens" },
];

/** The trigger of an edge. Of several edges with triggers, the first trigger that happens decides. */
export function EdgeTriggerFields({ edge }: { edge: JourneyEdge }) {
  const { edit } = useActions();
  const [when, setWhen] = useState<string>(edge.trigger?.type ?? "now");
  const set = (trigger: EdgeTrigger | null) =>
    edit((canvas) => updateEdge(canvas, edge.id, { trigger }), { joinAs: `${edge.id}.trigger` });
  const shown = edge.trigger?.type ?? (when === "event" ? "event" : "now");
  const change = (next: string) => {
    setWhen(next);
    if (next === "timer") set({ type: "timer", delay: "1d" });
    else set(null);
  };
  return (
    <div data-field="trigger" className="grid gap-4">
      <Field
        label="People take it"
        hint="Edges with triggers compete: after the step has run, the first trigger that happens decides."
      >
        {(control) => <Choice {...control} value={shown} options={WHENS} onChange={change} />}
      </Field>
      <TriggerFields trigger={edge.trigger} isEvent={shown === "event"} onChange={set} />
    </div>
  );
}

/** `isEvent`: an event is asked for that has no name yet. It is written in the same field before and after it has one. */
function TriggerFields({
  trigger,
  isEvent,
  onChange,
}: {
  trigger: EdgeTrigger | null;
  isEvent: boolean;
  onChange: (trigger: EdgeTrigger | null) => void;
}) {
  switch (trigger?.type) {
    case "timer":
      return <TimerFields trigger={trigger} onChange={onChange} />;
    case "event":
      return <EventFields trigger={trigger} onChange={onChange} />;
    case undefined:
      return isEvent ? <EventFields trigger={null} onChange={onChange} /> : null;
  }
}

type TimerTrigger = Extract<EdgeTrigger, { type: "timer" }>;
type EventTrigger = Extract<EdgeTrigger, { type: "event" }>;

function TimerFields({ trigger, onChange }: { trigger: TimerTrigger; onChange: (trigger: TimerTrigger) => void }) {
  return (
    <Field label="After">
      {(control) => (
        <DurationInput
          {...control}
          value={trigger.delay}
          onChange={(delay) => onChange({ type: "timer", delay: delay ?? "" })}
        />
      )}
    </Field>
  );
}

/** An edge trigger without an event name cannot be saved; until it has one, the edge has no trigger. */
function EventFields({
  trigger,
  onChange,
}: {
  trigger: EventTrigger | null;
  onChange: (trigger: EventTrigger | null) => void;
}) {
  const set = (fields: Partial<EventTrigger>) => {
    const { event = "", eventFilter, expression } = { ...trigger, ...fields };
    if (event.trim() === "") return onChange(null);
    onChange({
      type: "event",
      event: fields.event === undefined ? eventName(event) : event,
      ...(eventFilter ? { eventFilter } : {}),
      ...(expression ? { expression } : {}),
    });
  };
  return (
    <>
      <Field label="Event" hint={trigger ? undefined : "Name the event; until then people take this edge immediately."}>
        {(control) => <EventInput {...control} value={trigger?.event ?? ""} onChange={(event) => set({ event })} />}
      </Field>
      {trigger ? (
        <>
          <div className="grid gap-1.5">
            <p className="font-medium text-ui">Properties that must match</p>
            <MapInput
              value={trigger.eventFilter}
              onChange={(eventFilter) => set({ eventFilter })}
              keyLabel="Property"
              valueLabel="Value"
              addLabel="Add a property"
              keyPlaceholder="plan"
              valuePlaceholder="pro"
              event={trigger.event}
            />
          </div>
          <Field label="And this expression" hint={EXPRESSION_HINT}>
            {(control) => (
              <ExpressionInput
                {...control}
                value={trigger.expression ?? ""}
                onChange={(expression) => set({ expression })}
              />
            )}
          </Field>
        </>
      ) : null}
    </>
  );
}
