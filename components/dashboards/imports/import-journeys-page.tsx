"use client";
import { useId, useState } from "react";
import { type JourneyImport, useImportJourneys } from "#data";
import { BackLink, Notice, Page, ProblemNotice } from "#shell";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { ImportReport } from "./import-report.tsx";
import { readExportFile } from "./read-export-file.ts";

const PRODUCTS: Readonly<Record<JourneyImport["product"], string>> = {
  mautic: "Mautic",
  dittofeed: "Dittofeed",
  posthog: "PostHog",
  klaviyo: "Klaviyo",
};

/** Journeys of other products: a file is checked first, and imported once its report was seen. */
export function ImportJourneysPage() {
  const fileId = useId();
  const [file, setFile] = useState<string | null>(null);
  const [names, setNames] = useState<Record<string, string>>({});
  const [unread, setUnread] = useState<unknown>(null);
  const run = useImportJourneys();
  const answer = run.data;
  const given = Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim() !== ""));
  const send = (text: string, dryRun: boolean) => run.mutate({ file: text, dryRun, names: given });
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(null);
    setNames({});
    setUnread(null);
    run.reset();
    try {
      const text = await readExportFile(chosen);
      setFile(text);
      run.mutate({ file: text, dryRun: true });
    } catch (error) {
      setUnread(error);
    }
  };
  return (
    <Page
      title="Import from another product"
      description="A file of Mautic, Dittofeed, PostHog or Klaviyo becomes drafts with a report. Nothing is published, and nobody is enrolled."
      back={<BackLink href="/journeys">Journeys</BackLink>}
    >
      <Field label="File" hint="JSON, YAML or a ZIP archive, as the product exports it or its API answers it.">
        {(control) => (
          <Input
            {...control}
            id={control.id ?? fileId}
            type="file"
            accept=".json,.yaml,.yml,.zip"
            onChange={(event) => void choose(event.target.files?.[0])}
          />
        )}
      </Field>
      {run.error || unread ? <ProblemNotice error={run.error ?? unread} lead="The file cannot be imported." /> : null}
      {answer ? (
        <>
          <Notice tone="info">
            {answer.dryRun
              ? `A file of ${PRODUCTS[answer.product]}. Nothing is stored yet.`
              : `Imported from ${PRODUCTS[answer.product]}.`}{" "}
            {answer.people}
          </Notice>
          <NamesOf answer={answer} names={names} onChange={setNames} />
          {file !== null && answer.dryRun ? (
            <div className="flex flex-wrap gap-2">
              <Button disabled={run.isPending} onClick={() => send(file, false)}>
                Import {answer.journeys.length === 1 ? "1 journey" : `${answer.journeys.length} journeys`}
              </Button>
              <Button variant="outline" disabled={run.isPending} onClick={() => send(file, true)}>
                Check again
              </Button>
            </div>
          ) : null}
          <ImportReport answer={answer} />
        </>
      ) : null}
    </Page>
  );
}

type NamesProps = {
  answer: JourneyImport;
  names: Record<string, string>;
  onChange: (names: Record<string, string>) => void;
};

/** Ids that the file does not explain: with their names, events and segments get the right ones. */
function NamesOf({ answer, names, onChange }: NamesProps) {
  const unnamed = new Map(answer.journeys.flatMap((journey) => journey.unnamed).map((one) => [one.id, one.kind]));
  for (const id of Object.keys(names)) if (!unnamed.has(id)) unnamed.set(id, "named");
  if (unnamed.size === 0 || !answer.dryRun) return null;
  return (
    <section className="grid gap-3">
      <h2 className="font-medium">Names for ids of the file</h2>
      <p className="text-muted-foreground text-ui">The file holds only their ids. Enter the names, then check again.</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {[...unnamed].map(([id, kind]) => (
          <Field key={id} label={`${kind} ${id}`}>
            {(control) => (
              <Input
                {...control}
                value={names[id] ?? ""}
                onChange={(event) => onChange({ ...names, [id]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </section>
  );
}
