"use client";
import { Copy, Download } from "lucide-react";
import { useState } from "react";
import { type ExportedJourney, type FileFormat, useExport } from "#data";
import { dialects } from "#dialects";
import { Notice, PageError } from "#shell";
import { Button } from "#ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#ui/dialog";
import { Field } from "#ui/field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Skeleton } from "#ui/skeleton";

type ExportDialogProps = {
  journey: { readonly id: string; readonly key: string; readonly name: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Writes the draft in a format, and lists what the format cannot say of it. */
export function ExportDialog({ journey, open, onOpenChange }: ExportDialogProps) {
  const [format, setFormat] = useState<FileFormat>("native");
  const exported = useExport(journey.id, open ? format : null);
  const text = exported.data ? `${JSON.stringify(exported.data.journey, null, 2)}\n` : "";
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="max-w-2xl">
        <DialogHeader>
          <DialogTitle>Export {journey.name}</DialogTitle>
          <DialogDescription>The draft as a file, for another workspace or another product.</DialogDescription>
        </DialogHeader>
        <Field label="Format">
          {(control) => (
            <Select value={format} onValueChange={(next) => setFormat(next as FileFormat)}>
              <SelectTrigger {...control} className="w-60">
                <SelectValue />
              </SelectTrigger>
              <SelectContent>
                {dialects.map(({ key, title }) => (
                  <SelectItem key={key} value={key}>
                    {title}
                  </SelectItem>
                ))}
              </SelectContent>
            </Select>
          )}
        </Field>
        {exported.error ? (
          <PageError error={exported.error} onRetry={exported.refetch} />
        ) : exported.data ? (
          <Written exported={exported.data} text={text} />
        ) : (
          <Skeleton className="h-56" />
        )}
        <DialogFooter>
          <Button variant="outline" disabled={text === ""} onClick={() => void navigator.clipboard.writeText(text)}>
            <Copy aria-hidden /> Copy
          </Button>
          <Button disabled={text === ""} onClick={() => download(`${journey.key}.${format}.json`, text)}>
            <Download aria-hidden /> Download
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Written({ exported: { losses }, text }: { exported: ExportedJourney; text: string }) {
  return (
    <>
      {losses.length === 0 ? (
        <Notice tone="neutral">The format says all of this journey.</Notice>
      ) : (
        <Notice tone="warning">
          <p className="font-medium">Not in the file:</p>
          <ul className="mt-1 grid max-h-36 list-disc gap-0.5 overflow-y-auto pl-4" aria-label="Not in the file">
            {losses.map(({ nodeId, edgeId, field, message }) => (
              <li key={`${nodeId} ${edgeId} ${field} ${message}`}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: people who use the keyboard scroll it
        tabIndex={0}
        aria-label="The file"
        className="max-h-72 min-h-24 overflow-auto rounded-md border bg-muted p-3"
      >
        <pre className="font-mono text-xs">{text}</pre>
      </section>
    </>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
