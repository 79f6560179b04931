"use client";

import { type ComponentProps, useId } from "react";
import { eventName } from "#journey";
import { Input } from "#ui/input";
import { useLibrary } from "../state/catalog.tsx";
import { Row } from "./row.tsx";
import { shown } from "./text-row.tsx";

const BUILT_IN = [
  "user.created",
  "user.login",
  "page.viewed",
  "page.clicked",
  "order.placed",
  "order.delivered",
  "survey.completed",
];

/** A field for an event name with suggestions from seen events; short names become `app.<name>`. */
export function EventInput({
  value,
  onChange,
  onBlur,
  ...input
}: Omit<ComponentProps<typeof Input>, "onChange"> & { onChange: (name: string) => void }) {
  const { events } = useLibrary();
  const listId = useId();
  const complete = () => {
    const written = shown(value).trim();
    if (written !== "" && eventName(written) !== value) onChange(eventName(written));
  };
  return (
    <>
      <Input
        {...input}
        list={listId}
        value={shown(value)}
        placeholder="order.placed"
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onBlur={(event) => {
          complete();
          onBlur?.(event);
        }}
        className="font-mono text-xs"
      />
      <datalist id={listId}>
        {[...new Set([...events, ...BUILT_IN])].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

export function EventRow({ name, label }: { name: string; label: string }) {
  const { events } = useLibrary();
  return (
    <Row
      name={name}
      label={label}
      hint={events.length === 0 ? "No events yet: send one, or write the name it will have." : undefined}
    >
      {({ value, onChange, ...field }) => <EventInput {...field} value={value as string} onChange={onChange} />}
    </Row>
  );
}
