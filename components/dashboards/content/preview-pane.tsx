"use client";
import { type ContentPreview, problemMessage } from "#data";
import { Notice } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { PersonPicker } from "../people/person-picker.tsx";
import { MailPreview } from "./mail-preview.tsx";
import { PrintedNothing } from "./printed-nothing.tsx";

type PreviewPaneProps = {
  preview: ContentPreview | undefined;
  error: Error | null;
  canPreview: boolean;
  personId: string | null;
  onPerson: (personId: string | null) => void;
};

export function PreviewPane({ preview, error, canPreview, personId, onPerson }: PreviewPaneProps) {
  return (
    <section aria-label="Preview" className="grid min-w-0 gap-3 xl:sticky xl:top-32">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-medium text-ui">Preview</h2>
        {canPreview ? (
          <PersonPicker label="Preview as" value={personId} onChange={onPerson} empty="As a sample person" />
        ) : null}
      </div>
      {canPreview ? null : <Notice>Rendering a preview needs the role editor.</Notice>}
      {error ? <Notice tone="destructive">{problemMessage(error)}</Notice> : null}
      {preview ? (
        <>
          <p className="rounded-lg border bg-card px-4 py-2.5 text-ui shadow-raised">
            <span className="text-muted-foreground">Subject: </span>
            <span className="font-medium">{preview.subject || "–"}</span>
          </p>
          <PrintedNothing empty={preview.empty} notFinite={preview.notFinite} />
          <MailPreview html={preview.html} text={preview.text} className="[&_iframe]:min-h-[26rem]" />
        </>
      ) : error || !canPreview ? null : (
        <Skeleton className="h-96" />
      )}
    </section>
  );
}
