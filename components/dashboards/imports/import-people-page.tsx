"use client";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { type ColumnTarget, type PeopleImportPreview, previewPeople, useCanEdit, useImportPeople } from "#data";
import { BackLink, countOf, Notice, Page, ProblemNotice } from "#shell";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { readTextFile } from "../enrollments/read-text-file.ts";
import { EarlierLists } from "./earlier-lists.tsx";
import { ImportColumns } from "./import-columns.tsx";
import { PeopleOutcome } from "./people-outcome.tsx";
import { RefusedRows } from "./refused-rows.tsx";

type Chosen = { readonly name: string; readonly csv: string };
const SHOWN = 200;

/** A list of people: its columns and first rows are shown first, then it is uploaded and stored by the engine. */
export function ImportPeoplePage() {
  const [list, setList] = useQueryState("list", parseAsString);
  const canEdit = useCanEdit();
  return (
    <Page
      title="Import people"
      description="A CSV file with a first line of names. People are found by their ids, so the same file may be imported again. No sign-up events are sent for them."
      back={<BackLink href="/people">People</BackLink>}
    >
      {canEdit ? (
        <NewList onStarted={setList} onChosen={() => setList(null)} />
      ) : (
        <Notice tone="info">You can look at imported lists; importing needs the role editor.</Notice>
      )}
      {list ? <PeopleOutcome id={list} /> : null}
      <EarlierLists />
    </Page>
  );
}

function NewList({ onStarted, onChosen }: { onStarted: (id: string) => void; onChosen: () => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  // A new input after each import, because a browser does not report the same file twice.
  const [round, setRound] = useState(0);
  const [columns, setColumns] = useState<Record<string, ColumnTarget>>({});
  const [preview, setPreview] = useState<PeopleImportPreview | null>(null);
  const [error, setError] = useState<unknown>(null);
  const start = useImportPeople();
  const look = async (file: Chosen, wanted: Record<string, ColumnTarget>) => {
    setError(null);
    await previewPeople({ csv: file.csv, columns: wanted }).then(setPreview, setError);
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const next = { name: file.name, csv: await readTextFile(file) };
    onChosen();
    setChosen(next);
    setColumns({});
    setPreview(null);
    await look(next, {});
  };
  const change = (name: string, target: ColumnTarget) => {
    if (!chosen) return;
    const next = { ...columns, [name]: target };
    setColumns(next);
    void look(chosen, next);
  };
  const run = () => {
    if (!chosen) return;
    const onSuccess = ({ id }: { id: string }) => {
      setPreview(null);
      setRound(round + 1);
      onStarted(id);
    };
    start.mutate({ ...chosen, columns }, { onSuccess, onError: setError });
  };
  return (
    <>
      <Field label="File" hint="CSV with commas, semicolons or tabs, also as Excel writes it; up to 500,000 rows.">
        {(control) => (
          <Input
            key={round}
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
      {preview ? (
        <>
          <ImportColumns preview={preview} onChange={change} />
          {preview.refusedRows.length > 0 ? <RefusedRows rows={preview.refusedRows.slice(0, SHOWN)} isPreview /> : null}
          <Button className="w-fit" disabled={!hasIds(preview)} busy={start.isPending} onClick={run}>
            Import {countOf(preview.rows - preview.refused, "row")}
          </Button>
        </>
      ) : null}
    </>
  );
}

const hasIds = ({ columns }: PeopleImportPreview): boolean =>
  columns.some(({ to }) => to === "userId" || to === "anonymousId");
