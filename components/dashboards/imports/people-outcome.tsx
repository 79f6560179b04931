"use client";
import { Download } from "lucide-react";
import {
  hasEnded,
  type PeopleImport,
  problemMessage,
  readRefusedRows,
  useCancelOperation,
  useCanEdit,
  usePeopleImport,
  useRefusedRows,
} from "#data";
import { countOf, formatNumber, Notice, PageError } from "#shell";
import { Button } from "#ui/button";
import { Progress } from "#ui/progress";
import { Skeleton } from "#ui/skeleton";
import { toast } from "#ui/toaster";
import { downloadCsv } from "../csv/download.ts";
import { operationShare } from "../operations/words.ts";
import { RefusedRows } from "./refused-rows.tsx";

const SHOWN = 100;

/** How far the import of a list is, and what came of it. */
export function PeopleOutcome({ id }: { id: string }) {
  const { data: list, error, refetch } = usePeopleImport(id);
  if (error) return <PageError error={error} onRetry={refetch} />;
  if (!list) return <Skeleton className="h-24" />;
  return (
    <section aria-label="Import" className="grid gap-3">
      {hasEnded(list) ? <Ended list={list} /> : <Running list={list} />}
      {list.refused > 0 ? <Refused list={list} /> : null}
    </section>
  );
}

function Running({ list }: { list: PeopleImport }) {
  const { operation, rows } = list;
  const cancel = useCancelOperation();
  const canEdit = useCanEdit();
  const stop = () =>
    cancel.mutate(operation.id, {
      onSuccess: () => toast.success("Cancelled. Rows stored so far are kept."),
      onError: (error) => toast.error(problemMessage(error)),
    });
  return (
    <div className="grid gap-2">
      <Progress value={operationShare(operation) ?? 0} aria-label="Rows imported" />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p aria-live="polite" className="tabular text-muted-foreground text-ui">
          {formatNumber(operation.done)} of {countOf(rows, "row")}. You can leave this page; the import continues.
        </p>
        {canEdit && operation.cancellable ? (
          <Button variant="outline" size="sm" busy={cancel.isPending} onClick={stop}>
            Cancel
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Ended({ list }: { list: PeopleImport }) {
  const { operation, rows, created, updated, refused } = list;
  const lead = {
    done: `${countOf(rows, "row")}:`,
    cancelled: `Cancelled after ${formatNumber(operation.done)} of ${countOf(rows, "row")}:`,
    failed: `Stopped by an error after ${formatNumber(operation.done)} of ${countOf(rows, "row")}:`,
  }[operation.status === "done" || operation.status === "cancelled" ? operation.status : "failed"];
  return (
    <Notice tone={operation.status === "done" ? (refused > 0 ? "warning" : "info") : "destructive"}>
      <p aria-live="polite">
        {lead} {countOf(created, "person", "people")} created, {countOf(updated, "row")} changed somebody who was there,{" "}
        {countOf(refused, "row")} refused. {operation.error}
      </p>
    </Notice>
  );
}

function Refused({ list: { id, name, refused } }: { list: PeopleImport }) {
  const { data: rows, error, refetch } = useRefusedRows(id, SHOWN);
  const download = () =>
    readRefusedRows(id).then(
      (all) => downloadCsv(`${name ?? "list"} refused`, all),
      (reason) => toast.error(problemMessage(reason)),
    );
  if (error) return <PageError error={error} onRetry={refetch} />;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-medium">{refused > SHOWN ? `The first ${SHOWN} refused rows` : "Refused rows"}</h2>
        <Button variant="outline" size="sm" onClick={() => void download()}>
          <Download aria-hidden /> Download all as CSV
        </Button>
      </div>
      {rows ? <RefusedRows rows={rows} isPreview={false} /> : <Skeleton className="h-24" />}
    </>
  );
}
