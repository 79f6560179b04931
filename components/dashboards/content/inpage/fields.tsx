"use client";
import { useState } from "react";
import { isRightToLeft, type Path, readText, writeText } from "#inpage";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Label } from "#ui/label";
import { Switch } from "#ui/switch";
import { Textarea } from "#ui/textarea";
import { Pick } from "../../rules/pick.tsx";
import { useEditing, useField } from "./editing.tsx";

type FieldProps = { path: Path; label: string; hint?: string };

type TextFieldProps = FieldProps & {
  /** More than one makes a field of several lines. */
  rows?: number;
  isCode?: boolean;
  /** An empty field is no text at all. */
  isOptional?: boolean;
};

/** A text in the language that is written now, as a Liquid template. */
export function TextField({ path, label, hint, rows = 1, isCode, isOptional }: TextFieldProps) {
  const { language, languages, insert } = useEditing();
  const { value, error, warning, set } = useField(path);
  const [main = language] = languages;
  const text = readText(value, language, main);
  const write = (written: string) =>
    set(
      isOptional && written === "" && languages.length < 2 ? undefined : writeText(value, written, language, languages),
    );
  const focus = (field: HTMLInputElement | HTMLTextAreaElement) => {
    insert.current = (code) => {
      field.focus();
      field.setRangeText(code, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
      write(field.value);
      return true;
    };
  };
  const shared = {
    value: text,
    dir: isRightToLeft(language) ? "rtl" : "auto",
    lang: language,
    placeholder: language === main ? "" : readText(value, main, main),
    className: isCode ? "font-mono text-xs" : "",
  };
  return (
    <Field label={label} error={error} hint={warning ?? hint}>
      {(control) =>
        rows > 1 ? (
          <Textarea
            {...control}
            {...shared}
            rows={rows}
            onFocus={(event) => focus(event.target)}
            onChange={(event) => write(event.target.value)}
          />
        ) : (
          <Input
            {...control}
            {...shared}
            onFocus={(event) => focus(event.target)}
            onChange={(event) => write(event.target.value)}
          />
        )
      }
    </Field>
  );
}

type LineFieldProps = FieldProps & { isCode?: boolean; isOptional?: boolean; placeholder?: string };

/** A line that is the same in all languages. */
export function LineField({ path, label, hint, isCode, isOptional, placeholder }: LineFieldProps) {
  const { value, error, warning, set } = useField(path);
  return (
    <Field label={label} error={error} hint={warning ?? hint}>
      {(control) => (
        <Input
          {...control}
          value={typeof value === "string" ? value : ""}
          placeholder={placeholder}
          className={isCode ? "font-mono text-xs" : ""}
          onChange={(event) => set(isOptional && event.target.value === "" ? undefined : event.target.value)}
        />
      )}
    </Field>
  );
}

type NumberFieldProps = FieldProps & { min: number; max: number; step?: number; placeholder?: string; scale?: number };

/** A number, or nothing. `scale`: how many of what is typed are one of what is stored, such as 100 for percents. */
export function NumberField({ path, label, hint, min, max, step = 1, placeholder, scale = 1 }: NumberFieldProps) {
  const { value, error, warning, set } = useField(path);
  const shown = typeof value === "number" ? Math.round(value * scale * 100) / 100 : "";
  return (
    <Field label={label} error={error} hint={warning ?? hint}>
      {(control) => (
        <Input
          {...control}
          type="number"
          {...{ min, max, step, placeholder }}
          value={shown}
          onChange={({ target }) => set(target.value === "" ? undefined : target.valueAsNumber / scale)}
        />
      )}
    </Field>
  );
}

type SwitchFieldProps = FieldProps & {
  /** What holds while the document says nothing. */
  initial: boolean;
};

export function SwitchField({ path, label, hint, initial }: SwitchFieldProps) {
  const { value, warning, set } = useField(path);
  const isOn = typeof value === "boolean" ? value : initial;
  return (
    <SwitchRow
      label={label}
      hint={warning ?? hint}
      isOn={isOn}
      onChange={(next) => set(next === initial ? undefined : next)}
    />
  );
}

type SwitchRowProps = { label: string; hint?: string | undefined; isOn: boolean; onChange: (isOn: boolean) => void };

export function SwitchRow({ label, hint, isOn, onChange }: SwitchRowProps) {
  const { canEdit } = useEditing();
  return (
    <Label className="flex items-start gap-3 font-normal">
      <Switch checked={isOn} disabled={!canEdit} onCheckedChange={onChange} />
      <span className="grid gap-0.5">
        <span className="font-medium">{label}</span>
        {hint ? <span className="text-muted-foreground text-xs">{hint}</span> : null}
      </span>
    </Label>
  );
}

type ChoiceFieldProps = FieldProps & {
  options: Record<string, string>;
  /** What holds while the document says nothing. */
  initial: string;
};

export function ChoiceField({ path, label, hint, options, initial }: ChoiceFieldProps) {
  const { value, error, set } = useField(path);
  const chosen = typeof value === "string" ? value : initial;
  // A value of another release stays until another one is chosen.
  const known = chosen === "" || Object.hasOwn(options, chosen) ? options : { ...options, [chosen]: chosen };
  return (
    <div className="grid gap-1.5">
      <p className="font-medium text-ui">{label}</p>
      <Pick
        label={label}
        value={chosen}
        options={known}
        onChange={(next) => set(next === initial ? undefined : next)}
        className="w-full"
      />
      {error ? (
        <p role="alert" className="text-destructive-ink text-xs">
          {error}
        </p>
      ) : hint ? (
        <p className="text-muted-foreground text-xs">{hint}</p>
      ) : null}
    </div>
  );
}

/** Fields with values as JSON; what does not read as an object is kept here and not written. */
export function JsonField({ path, label, hint, placeholder }: FieldProps & { placeholder: string }) {
  const { value, error, set } = useField(path);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === undefined ? "" : JSON.stringify(value));
  const write = (text: string) => {
    const read = readObject(text);
    setTyped(text);
    if (read !== null) set(read);
  };
  const isWrong = typed !== null && readObject(typed) === null;
  return (
    <Field label={label} hint={hint} error={isWrong ? "is no JSON object" : error}>
      {(control) => (
        <Input
          {...control}
          value={shown}
          placeholder={placeholder}
          className="font-mono text-xs"
          onChange={(event) => write(event.target.value)}
          onBlur={() => (isWrong ? undefined : setTyped(null))}
        />
      )}
    </Field>
  );
}

/** `undefined`: nothing is given; null: it is no object. */
function readObject(text: string): object | undefined | null {
  if (text.trim() === "") return undefined;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && !Array.isArray(read) ? read : null;
  } catch {
    return null;
  }
}
