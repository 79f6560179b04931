"use client";
import { Crosshair } from "lucide-react";
import type { ReactNode } from "react";
import { type Path, valueAt } from "#inpage";
import { Button } from "#ui/button";
import { useEditing, useField } from "./editing.tsx";
import { ChoiceField, LineField, NumberField, SwitchField, SwitchRow } from "./fields.tsx";
import { type NewPart, PartList } from "./part-list.tsx";
import { PLACEMENTS, SIGNAL_WORDS, signalSummary } from "./parts.ts";

const NEW_SIGNALS: readonly NewPart[] = [
  { label: "Id", make: () => ({ kind: "id", value: "" }) },
  { label: "Attribute", make: () => ({ kind: "attribute", name: "data-testid", value: "" }) },
  { label: "Words", make: () => ({ kind: "words", value: "" }) },
  { label: "Role", make: () => ({ kind: "role", value: "button" }) },
  { label: "Tag", make: () => ({ kind: "tag", value: "button" }) },
  { label: "CSS selector", make: () => ({ kind: "css", value: "" }) },
];

/** A target as one begins to write it. */
const newTarget = () => ({ signals: [{ kind: "css", value: "main" }] });

/** The element of the page beside which content stands: picked on the page, or written as signals. */
export function TargetFields({ path }: { path: Path }) {
  const { canEdit, onPick } = useEditing();
  return (
    <div className="grid gap-3">
      {canEdit && onPick ? (
        <Button variant="outline" className="justify-self-start" onClick={() => onPick(path)}>
          <Crosshair aria-hidden /> Pick the element on your page
        </Button>
      ) : null}
      <SignalFields path={path} label="Signs of the element" />
      <details className="grid gap-3">
        <summary className="rounded-sm text-muted-foreground text-xs">Inside of frames and shadow roots</summary>
        <div className="mt-3 grid gap-3">
          <PartList
            path={[...path, "path"]}
            label="The way to the element"
            noun="border"
            most={10}
            isOptional
            add={[
              { label: "Shadow root", make: () => ({ into: "shadow", signals: [{ kind: "id", value: "" }] }) },
              {
                label: "Frame of the same site",
                make: () => ({ into: "frame", signals: [{ kind: "id", value: "" }] }),
              },
            ]}
            summary={(part) => ({
              title: valueAt(part, ["into"]) === "frame" ? "Into the frame" : "Into the shadow root of",
              text: signalSummary(valueAt(part, ["signals", 0])).text,
            })}
          >
            {(border) => <SignalFields path={border} label="Signs of its host" />}
          </PartList>
          <SeveralField path={path} />
        </div>
      </details>
    </div>
  );
}

function SeveralField({ path }: { path: Path }) {
  const { value, set } = useField([...path, "several"]);
  return (
    <SwitchRow
      label="Take the first of several"
      hint="Otherwise nothing is shown where elements fit equally well."
      isOn={value === "first"}
      onChange={(isOn) => set(isOn ? "first" : undefined)}
    />
  );
}

function SignalFields({ path, label }: { path: Path; label: string }) {
  return (
    <>
      <PartList
        path={[...path, "signals"]}
        label={label}
        noun="sign"
        most={20}
        add={NEW_SIGNALS}
        summary={signalSummary}
      >
        {(signal) => <SignalForm path={signal} />}
      </PartList>
      <NumberField
        path={[...path, "floor"]}
        label="Least share of the signs, in percent"
        hint="Below it nothing is shown. 60 unless given."
        min={1}
        max={100}
        scale={100}
        placeholder="60"
      />
    </>
  );
}

function SignalForm({ path }: { path: Path }) {
  const { body } = useEditing();
  const kind = String(valueAt(body, [...path, "kind"]));
  return (
    <>
      {kind === "attribute" ? <LineField path={[...path, "name"]} label="Name of the attribute" isCode /> : null}
      <LineField
        path={[...path, "value"]}
        label={SIGNAL_WORDS[kind] ?? "Value"}
        isCode
        {...(kind === "words" ? { hint: "The whole text of the element, or its label for assistive technology." } : {})}
      />
      <NumberField
        path={[...path, "weight"]}
        label="Weight"
        hint="How much this sign says. 1 unless given."
        min={0.1}
        max={100}
        step={0.1}
        placeholder="1"
      />
    </>
  );
}

/** A target that may be missing, with where content stands beside it. */
export function OptionalTarget({ path, children }: { path: Path; children?: ReactNode }) {
  const { value, set } = useField([...path, "target"]);
  const isOn = value !== undefined;
  return (
    <>
      <SwitchRow
        label="Beside an element of the page"
        hint="Otherwise it stands in the middle of the page."
        isOn={isOn}
        onChange={(next) => set(next ? newTarget() : undefined)}
      />
      {isOn ? (
        <>
          <TargetFields path={[...path, "target"]} />
          <ChoiceField path={[...path, "placement"]} label="Placement" options={PLACEMENTS} initial="auto" />
          <SwitchField
            path={[...path, "spotlight"]}
            label="Darken the page around it"
            hint="Only the element stays in the light."
            initial={false}
          />
          {children}
        </>
      ) : null}
    </>
  );
}

/** The target of a click that moves on: the element beside which content stands, or another one. */
export function ClickTarget({ path }: { path: Path }) {
  const { value, set } = useField([...path, "target"]);
  return (
    <>
      <SwitchRow
        label="On another element"
        hint="Otherwise on the one beside which this stands."
        isOn={value !== undefined}
        onChange={(next) => set(next ? newTarget() : undefined)}
      />
      {value === undefined ? null : <TargetFields path={[...path, "target"]} />}
    </>
  );
}
