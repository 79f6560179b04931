"use client";

import { type ComponentProps, useEffect, useState } from "react";
import { same } from "#drafts";
import { Input } from "#ui/input";
import { readTyped, splitList, writeTyped } from "#values";

type ValueInputProps = Omit<ComponentProps<typeof Input>, "value" | "onChange"> & {
  value: unknown;
  onChange: (value: unknown) => void;
  isList?: boolean;
};

/** A field for any value: numbers and true/false are taken as such. Keeps the typed text until the value differs. */
export function ValueInput({ value, onChange, isList = false, ...input }: ValueInputProps) {
  const [text, setText] = useState(() => write(value, isList));
  useEffect(() => setText((now) => (same(read(now, isList), value) ? now : write(value, isList))), [value, isList]);
  return (
    <Input
      {...input}
      value={text}
      spellCheck={false}
      onChange={(event) => {
        setText(event.target.value);
        onChange(read(event.target.value, isList));
      }}
      className="font-mono text-xs"
    />
  );
}

function read(text: string, isList: boolean): unknown {
  return isList ? splitList(text).map(readTyped) : readTyped(text);
}

function write(value: unknown, isList: boolean): string {
  return isList && Array.isArray(value) ? value.map(writeTyped).join(", ") : writeTyped(value);
}
