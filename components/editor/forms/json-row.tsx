"use client";

import { type ReactNode, useEffect, useState } from "react";
import { same } from "#drafts";
import { Textarea } from "#ui/textarea";
import { Row } from "./row.tsx";

/** Any JSON value as text. What is no JSON stays in the field with a word, and changes nothing. */
export function JsonRow({ name, label, hint }: { name: string; label: string; hint: ReactNode }) {
  return (
    <Row name={name} label={label} hint={hint}>
      {({ value, onChange, ref: _ref, ...field }) => <JsonInput {...field} value={value} onChange={onChange} />}
    </Row>
  );
}

type JsonInputProps = Omit<React.ComponentProps<typeof Textarea>, "value" | "onChange"> & {
  value: unknown;
  onChange: (value: unknown) => void;
};

function JsonInput({ value, onChange, ...field }: JsonInputProps) {
  const [text, setText] = useState(() => written(value));
  const read = readJson(text);
  useEffect(() => {
    setText((now) => {
      const known = readJson(now);
      return known !== null && same(known.value ?? null, value ?? null) ? now : written(value);
    });
  }, [value]);
  const type = (next: string) => {
    setText(next);
    const known = readJson(next);
    if (known !== null) onChange(known.value);
  };
  return (
    <>
      <Textarea
        {...field}
        value={text}
        onChange={(event) => type(event.target.value)}
        spellCheck={false}
        className="max-h-60 min-h-20 font-mono text-xs"
        placeholder={'{ "plan": "pro" }'}
      />
      {read === null ? (
        <span role="alert" className="text-destructive-ink text-xs">
          This is not JSON yet.
        </span>
      ) : null}
    </>
  );
}

const written = (value: unknown): string => (value === undefined ? "" : JSON.stringify(value, null, 2));

/** Null = no JSON; nothing written is no value. */
function readJson(text: string): { readonly value: unknown } | null {
  if (text.trim() === "") return { value: undefined };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
