"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import { MOST_ROWS, problemMessage } from "#data";
import { formatNumber } from "#shell";
import { Button } from "#ui/button";
import { toast } from "#ui/toaster";
import { downloadCsv } from "./download.ts";

type Row = Readonly<Record<string, unknown>>;

type CsvButtonProps = {
  /** What the rows are, such as “enrollments”: names the file and the button. */
  name: string;
  /** The rows, or how to get all of them. */
  rows: readonly Row[] | (() => Promise<readonly Row[]>);
  disabled?: boolean;
};

/** Downloads a table, list or chart as CSV, with the filters that are set. */
export function CsvButton({ name, rows, disabled }: CsvButtonProps) {
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const all = typeof rows === "function" ? await rows() : rows;
      downloadCsv(name.toLowerCase().replaceAll(" ", "-"), all);
      if (typeof rows === "function" && all.length >= MOST_ROWS)
        toast.info(`The file has the first ${formatNumber(all.length)} rows. Set filters, or ask the API for more.`);
    } catch (error) {
      toast.error(problemMessage(error));
    } finally {
      setBusy(false);
    }
  };
  const label = `Download the ${name} as CSV`;
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={label}
      title={label}
      busy={busy}
      disabled={disabled ?? false}
      onClick={() => void download()}
    >
      {busy ? null : <Download aria-hidden />}
    </Button>
  );
}
