"use client";
import { Monitor, Moon, Smartphone, Sun } from "lucide-react";
import { useState } from "react";
import { type ContentPreview, problemMessage } from "#data";
import { Notice } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { PersonPicker } from "../people/person-picker.tsx";
import { MailPreview } from "./mail-preview.tsx";
import { PreviewFindings } from "./preview-findings.tsx";
import { PrintedNothing } from "./printed-nothing.tsx";
import { SizeMeter } from "./size-meter.tsx";

type PreviewPaneProps = {
  /** The last one without an error, else the present one. */
  preview: ContentPreview | undefined;
  /** The present one, with what is wrong. */
  current: ContentPreview | undefined;
  isOld: boolean;
  error: Error | null;
  canPreview: boolean;
  personId: string | null;
  onPerson: (personId: string | null) => void;
};

/** The message as one person gets it, on a screen or a phone, in light or dark, with what is wrong with it. */
export function PreviewPane({ preview, current, isOld, error, canPreview, personId, onPerson }: PreviewPaneProps) {
  const [width, setWidth] = useState("desktop");
  const [look, setLook] = useState("light");
  return (
    <section aria-label="Preview" className="grid min-w-0 gap-3 xl:sticky xl:top-32">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-medium text-ui">Preview</h2>
        <div className="flex flex-wrap items-center gap-2">
          <ToggleGroup
            type="single"
            aria-label="Screen"
            value={width}
            onValueChange={(next) => (next ? setWidth(next) : undefined)}
          >
            <ToggleGroupItem value="desktop" aria-label="Desktop">
              <Monitor aria-hidden />
            </ToggleGroupItem>
            <ToggleGroupItem value="mobile" aria-label="Phone">
              <Smartphone aria-hidden />
            </ToggleGroupItem>
          </ToggleGroup>
          <ToggleGroup
            type="single"
            aria-label="Colours"
            value={look}
            onValueChange={(next) => (next ? setLook(next) : undefined)}
          >
            <ToggleGroupItem value="light" aria-label="Light">
              <Sun aria-hidden />
            </ToggleGroupItem>
            <ToggleGroupItem value="dark" aria-label="Dark">
              <Moon aria-hidden />
            </ToggleGroupItem>
          </ToggleGroup>
          {canPreview ? (
            <PersonPicker label="Preview as" value={personId} onChange={onPerson} empty="As a sample person" />
          ) : null}
        </div>
      </div>
      {canPreview ? null : <Notice>Rendering a preview needs the role editor.</Notice>}
      {error ? <Notice tone="destructive">{problemMessage(error)}</Notice> : null}
      {isOld ? <Notice>The source has an error. This is the last version without one.</Notice> : null}
      {preview && current ? (
        <>
          <p className="rounded-lg border bg-card px-4 py-2.5 text-ui shadow-raised">
            <span className="text-muted-foreground">Subject: </span>
            <span className="font-medium">{preview.subject || "–"}</span>
            {preview.fromName ? (
              <span className="block text-muted-foreground text-xs">From {preview.fromName}</span>
            ) : null}
          </p>
          <PreviewFindings preview={current} />
          <PrintedNothing empty={preview.empty} notFinite={preview.notFinite} />
          <MailPreview
            html={preview.html}
            text={preview.text}
            isNarrow={width === "mobile"}
            isDark={look === "dark"}
            className="[&_iframe]:min-h-[26rem]"
          />
          <SizeMeter bytes={preview.bytes} />
        </>
      ) : error || !canPreview ? null : (
        <Skeleton className="h-96" />
      )}
    </section>
  );
}
