"use client";
import { Download, Upload } from "lucide-react";
import { useRef, useState } from "react";
import { type ConsentImport, type ConsentKind, exportConsent, problemMessage, useImportConsent } from "#data";
import { countOf, Notice } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { toast } from "#ui/toaster";
import { Pick } from "../rules/pick.tsx";

const KINDS: Record<ConsentKind, string> = {
  suppressions: "Suppressed addresses",
  subscriptions: "Subscriptions",
  tracking: "Tracking",
};

const COLUMNS: Record<ConsentKind, string> = {
  suppressions: "channel, address, reason, detail, at, until",
  subscriptions: "userId (or anonymousId, personId), topic, channel, state, at",
  tracking: "userId (or anonymousId, personId), opens, clicks",
};

const isKind = (kind: string): kind is ConsentKind => kind in KINDS;

/** Each of the three states as a CSV, in and out. */
export function ConsentFiles() {
  const [kind, setKind] = useState<ConsentKind>("suppressions");
  const [exporting, setExporting] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const load = useImportConsent();
  const read = async (picked: File | undefined) => {
    if (picked) load.mutate({ kind, csv: await picked.text() });
    if (file.current) file.current.value = "";
  };
  const save = async () => {
    setExporting(true);
    try {
      download(`${kind}.csv`, await exportConsent(kind));
    } catch (error) {
      toast.error(problemMessage(error));
    } finally {
      setExporting(false);
    }
  };
  return (
    <Card className="max-w-3xl" aria-labelledby="consent-files-title">
      <CardHeader>
        <CardTitle id="consent-files-title">Import and export</CardTitle>
        <CardDescription>
          CSV, the same both ways. Rows that cannot be read are refused, the others are stored.
        </CardDescription>
      </CardHeader>
      <CardContent className="grid gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <Pick
            label="List"
            value={kind}
            options={KINDS}
            onChange={(next) => isKind(next) && setKind(next)}
            className="w-56"
          />
          <input
            ref={file}
            type="file"
            accept=".csv,text/csv"
            className="sr-only"
            tabIndex={-1}
            aria-label="CSV to import"
            onChange={(event) => void read(event.target.files?.[0])}
          />
          <Button variant="outline" busy={load.isPending} onClick={() => file.current?.click()}>
            <Upload aria-hidden /> Import…
          </Button>
          <Button variant="outline" busy={exporting} onClick={save}>
            <Download aria-hidden /> Export
          </Button>
        </div>
        <p className="text-muted-foreground text-xs">Columns: {COLUMNS[kind]}.</p>
        {load.error ? <Notice tone="destructive">{problemMessage(load.error)}</Notice> : null}
        {load.data ? <Report report={load.data} /> : null}
      </CardContent>
    </Card>
  );
}

function Report({ report: { stored, unchanged, refused, refusedRows } }: { report: ConsentImport }) {
  return (
    <Notice tone={refused > 0 ? "warning" : "info"}>
      <p role="status">
        {countOf(stored, "row")} stored, {unchanged} unchanged, {refused} refused.
      </p>
      {refusedRows.length > 0 ? (
        <ul className="mt-1 max-h-40 list-disc overflow-y-auto pl-4">
          {refusedRows.slice(0, 50).map(({ line, message }) => (
            <li key={line}>
              Line {line}: {message}
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}

export function download(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
