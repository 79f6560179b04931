"use client";
import { useId, useState } from "react";
import { peopleCount } from "#shell";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Textarea } from "#ui/textarea";
import { EnrollColumns } from "./enroll-columns.tsx";
import type { SourceProps } from "./enroll-sources.tsx";
import { LeftOutRows } from "./left-out-rows.tsx";
import { type PeopleList, readPeopleList } from "./people-list.ts";
import { type ColumnUse, changeUse, guessUses, openPeopleTable, type PeopleTable } from "./people-table.ts";
import { readTextFile } from "./read-text-file.ts";

type Opened = {
  readonly text: string;
  readonly table: PeopleTable;
  readonly uses: ColumnUse[];
  readonly list: PeopleList;
};

function open(text: string, header?: boolean): Opened {
  const table = openPeopleTable(text, header);
  const uses = guessUses(table);
  return { text, table, uses, list: readPeopleList(table, uses) };
}

/** A pasted list or a CSV file: which column says who each person is, and what happens to the others. */
export default function EnrollList({ onChange }: SourceProps) {
  const [opened, setOpened] = useState(() => open(""));
  const fileId = useId();
  const headerId = useId();
  const { text, table, uses, list } = opened;
  const show = (next: Opened) => {
    setOpened(next);
    const { people, lines, leftOut, missing } = next.list;
    onChange({ input: missing === null ? { people } : null, count: people.length, lines, leftOut });
  };
  const use = (column: number, chosen: ColumnUse) => {
    const next = changeUse(uses, column, chosen);
    show({ text, table, uses: next, list: readPeopleList(table, next) });
  };
  const readFile = async (file: File | undefined) => {
    if (file) show(open(await readTextFile(file)));
  };
  const isEmpty = text.trim() === "";
  return (
    <div className="grid gap-3">
      <Field
        label="Ids, one per line, or CSV"
        hint={isEmpty ? "Nothing pasted yet." : (list.missing ?? sentenceOf(table, list))}
      >
        {(control) => (
          <Textarea
            {...control}
            value={text}
            onChange={(event) => show(open(event.target.value))}
            className="max-h-40 min-h-24 font-mono text-xs"
            placeholder={"user_1\nuser_2"}
            spellCheck={false}
          />
        )}
      </Field>
      <div className="grid gap-1.5">
        <label htmlFor={fileId} className="font-medium text-ui">
          Or a CSV file
        </label>
        <Input
          id={fileId}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          onChange={(event) => void readFile(event.target.files?.[0])}
        />
      </div>
      {isEmpty || table.fault ? null : (
        <>
          <label htmlFor={headerId} className="flex items-center gap-2 text-ui">
            <Checkbox
              id={headerId}
              checked={table.hasHeader}
              onCheckedChange={(checked) => show(open(text, checked === true))}
            />
            The first line names the columns
          </label>
          <EnrollColumns table={table} uses={uses} onUse={use} />
        </>
      )}
      {list.leftOut.length > 0 ? <LeftOutRows rows={list.leftOut} /> : null}
    </div>
  );
}

const DELIMITERS: Readonly<Record<string, string>> = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" };

function sentenceOf({ columns, delimiter }: PeopleTable, { people }: PeopleList): string {
  const count = peopleCount(people.length);
  if (columns.length === 1) return `${count}, one per line.`;
  return `${count} in ${columns.length} columns separated by ${DELIMITERS[delimiter] ?? delimiter}.`;
}
