"use client";
import type { ComponentProps } from "react";
import { usePropertyCatalog } from "#data";
import { eventName } from "#journey";
import { formatNumber, formatRelative } from "#shell";
import type { Input } from "#ui/input";
import { ComboInput } from "./combo-input.tsx";

const BUILT_IN = [
  "user.created",
  "user.login",
  "page.viewed",
  "page.clicked",
  "order.placed",
  "order.delivered",
  "survey.completed",
];

type EventInputProps = Omit<ComponentProps<typeof Input>, "onChange" | "value" | "list"> & {
  value: unknown;
  onChange: (name: string) => void;
};

/** A field for the name of an event, with those that were seen, how often, and when last; short names become `app.<name>`. */
export function EventInput({ value, onChange, onBlur, ...input }: EventInputProps) {
  const seen = usePropertyCatalog().data?.events ?? [];
  const text = typeof value === "string" ? value : "";
  const names = new Set(seen.map(({ name }) => name));
  const suggestions = [
    ...seen.map(({ name, count, lastSeenAt }) => ({
      value: name,
      label: name,
      hint: `${formatNumber(count)} · ${formatRelative(Date.parse(lastSeenAt), Date.now())}`,
    })),
    ...BUILT_IN.filter((name) => !names.has(name)).map((name) => ({ value: name, label: name, hint: "not seen yet" })),
  ];
  return (
    <ComboInput
      {...input}
      value={text}
      placeholder="order.placed"
      suggestions={suggestions}
      onChange={onChange}
      onBlur={(event) => {
        const written = text.trim();
        if (written !== "" && eventName(written) !== text) onChange(eventName(written));
        onBlur?.(event);
      }}
      className="min-w-0 font-mono text-xs"
    />
  );
}
