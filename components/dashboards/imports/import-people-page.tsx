"use client";
import { useState } from "react";
import { type ColumnTarget, importPeople, type PeopleImport, useRefreshPeople } from "#data";
import { BackLink, Notice, Page, ProblemNotice } from "#shell";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Progress } from "#ui/progress";
import { readTextFile } from "../enrollments/read-text-file.ts";
import { ImportColumns } from "./import-columns.tsx";
import type { ListPart } from "./list-parts.ts";
import { PeopleOutcome } from "./people-outcome.tsx";

type Total = Pick<PeopleImport, "rows" | "created" | "updated" | "refused" | "refusedRows">;
const NOTHING: Total = { rows: 0, created: 0, updated: 0, refused: 0, refusedRows: [] };

/** A list of people: its columns and first rows are shown first, then it is stored part by part. */
export function ImportPeoplePage() {
  const [parts, setParts] = useState<ListPart[]>([]);
  const [columns, setColumns] = useState<Record<string, ColumnTarget>>({});
  const [preview, setPreview] = useState<PeopleImport | null>(null);
  const [total, setTotal] = useState<Total | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const refresh = useRefreshPeople();
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    await work().catch(setError);
    setBusy(false);
  };
  const look = (list: readonly ListPart[], chosen: Record<string, ColumnTarget>) =>
    attempt(async () => {
      setTotal(null);
      setPreview(await importPeople({ csv: list[0]?.csv ?? "", columns: chosen, dryRun: true }));
    });
  const choose = async (file: File | undefined) => {
    if (!file) return;
    // The reader of CSV is loaded with the first file, so that no other page of the studio carries it.
    const { listParts } = await import("./list-parts.ts");
    const list = listParts(await readTextFile(file));
    setParts(list);
    setColumns({});
    setPreview(null);
    await look(list, {});
  };
  const run = () =>
    attempt(async () => {
      let sum = NOTHING;
      setTotal(sum);
      for (const part of parts) {
        sum = added(sum, await importPeople({ csv: part.csv, columns }), part);
        setTotal(sum);
      }
      await refresh();
    });
  const change = (name: string, target: ColumnTarget) => {
    const next = { ...columns, [name]: target };
    setColumns(next);
    void look(parts, next);
  };
  return (
    <Page
      title="Import people"
      description="A CSV file with a first line of names. People are found by their ids, so the same file may be imported again. No sign-up events are sent for them."
      back={<BackLink href="/people">People</BackLink>}
    >
      <Field label="File" hint="CSV with commas, semicolons or tabs; also as Excel writes it.">
        {(control) => (
          <Input
            {...control}
            type="file"
            accept=".csv,.txt,text/csv"
            onChange={(event) => void choose(event.target.files?.[0])}
          />
        )}
      </Field>
      {error ? <ProblemNotice error={error} lead="The list cannot be imported." /> : null}
      {preview?.notes.map((note) => (
        <Notice key={note} tone="info">
          {note}
        </Notice>
      ))}
      {preview ? <ImportColumns preview={preview} onChange={change} /> : null}
      {preview && !total ? (
        <Button className="w-fit" disabled={busy} onClick={() => void run()}>
          Import {rows.toLocaleString("en")} rows
        </Button>
      ) : null}
      {total ? <Progress value={rows === 0 ? 100 : (total.rows / rows) * 100} aria-label="Rows imported" /> : null}
      {(total ?? preview) ? <PeopleOutcome outcome={total ?? preview ?? NOTHING} isPreview={total === null} /> : null}
    </Page>
  );
}

function added(
  sum: Total,
  { rows, created, updated, refused, refusedRows }: PeopleImport,
  { lineOf }: ListPart,
): Total {
  const named = refusedRows.map((row) => ({ ...row, line: lineOf.get(row.line) ?? row.line }));
  return {
    rows: sum.rows + rows,
    created: sum.created + created,
    updated: sum.updated + updated,
    refused: sum.refused + refused,
    refusedRows: [...sum.refusedRows, ...named],
  };
}
