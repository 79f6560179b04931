"use client";

import type { ReactNode } from "react";
import { Input } from "#ui/input";
import { Row } from "./row.tsx";

type TextRowProps = { name: string; label: string; hint?: ReactNode; placeholder?: string; isCode?: boolean };

export function TextRow({ name, label, hint, placeholder, isCode = false }: TextRowProps) {
  return (
    <Row name={name} label={label} hint={hint}>
      {({ value, ...field }) => (
        <Input
          {...field}
          value={shown(value)}
          placeholder={placeholder}
          spellCheck={!isCode}
          className={isCode ? "font-mono text-xs" : ""}
        />
      )}
    </Row>
  );
}

/** Any JSON value as a text field shows it. */
export function shown(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
