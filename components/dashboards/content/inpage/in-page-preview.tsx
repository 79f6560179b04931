"use client";
import { Monitor, Moon, Smartphone, Sun } from "lucide-react";
import { useState } from "react";
import { type DocumentPreview, problemMessage } from "#data";
import type { DocumentFinding } from "#inpage";
import { Notice } from "#shell";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { PersonPicker } from "../../people/person-picker.tsx";
import { DocumentFindings } from "./document-findings.tsx";
import { PreviewFrame } from "./preview-frame.tsx";

type InPagePreviewProps = {
  type: string;
  preview: DocumentPreview | undefined;
  /** The last document without an error. */
  document: Readonly<Record<string, unknown>> | null;
  findings: readonly DocumentFinding[];
  step: string | null;
  error: Error | null;
  canPreview: boolean;
  personId: string | null;
  onPerson: (personId: string | null) => void;
};

/** Content as one person sees it, on a screen or a phone, in the light or the dark, with what is wrong with it. */
export function InPagePreview(props: InPagePreviewProps) {
  const { type, preview, document, findings, step, error, canPreview, personId, onPerson } = props;
  const [width, setWidth] = useState("desktop");
  const [look, setLook] = useState("light");
  const isOld = preview !== undefined && preview.document === null && document !== null;
  return (
    <section aria-label="Preview" className="grid min-w-0 grid-cols-1 gap-3 xl:sticky xl:top-32">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-medium text-ui">Preview</h2>
        <div className="flex flex-wrap items-center gap-2">
          <Choice
            label="Screen"
            value={width}
            onChange={setWidth}
            options={[
              ["desktop", "Desktop", Monitor],
              ["mobile", "Phone", Smartphone],
            ]}
          />
          <Choice
            label="Colours"
            value={look}
            onChange={setLook}
            options={[
              ["light", "Light", Sun],
              ["dark", "Dark", Moon],
            ]}
          />
          {canPreview ? (
            <PersonPicker label="Preview as" value={personId} onChange={onPerson} empty="As a sample person" />
          ) : null}
        </div>
      </div>
      {canPreview ? null : <Notice>A preview needs the role editor.</Notice>}
      {error ? <Notice tone="destructive">{problemMessage(error)}</Notice> : null}
      {isOld ? <Notice>There is an error. This is the last state without one.</Notice> : null}
      {canPreview ? (
        <PreviewFrame
          type={type}
          document={document}
          step={step}
          isNarrow={width === "mobile"}
          isDark={look === "dark"}
        />
      ) : null}
      <DocumentFindings findings={findings} unknown={preview?.unknown ?? []} />
    </section>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string, icon: typeof Sun])[];
  onChange: (value: string) => void;
};

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <ToggleGroup
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => (next ? onChange(next) : undefined)}
    >
      {options.map(([key, word, Icon]) => (
        <ToggleGroupItem key={key} value={key} aria-label={word}>
          <Icon aria-hidden />
        </ToggleGroupItem>
      ))}
    </ToggleGroup>
  );
}
