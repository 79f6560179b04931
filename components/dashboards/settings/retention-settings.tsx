"use client";
import { type FormEvent, useState } from "react";
import { type Me, problemMessage, type Retention, usePatchWorkspace, useRetention } from "#data";
import { countOf, formatNumber, Moment, Notice } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Skeleton } from "#ui/skeleton";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { toast } from "#ui/toaster";

type Kind = Retention["kinds"][number];

const WORDS: Record<Kind["kind"], { label: string; what: string }> = {
  events: {
    label: "Events",
    what: "What people did. All events stay as long as the longest time that a rule in use looks back. Rules without a time count only what is left.",
  },
  receipts: {
    label: "Receipts of journeys",
    what: "What steps saw of a person, and the values an ended enrollment began with. Ways and figures stay.",
  },
  surveyAnswers: { label: "Answers to surveys", what: "Single answers; counted results stay." },
  testSends: { label: "Test sends", what: "Messages that members sent to themselves." },
  refusedMessages: { label: "Refused messages", what: "Samples and counts of what was refused on arrival." },
  rejectedSignals: { label: "Rejected signals", what: "Signals that could not be processed." },
  auditLog: { label: "Audit log", what: "Who did what." },
};

/** For how many days what is kept, with a receipt of what was deleted for it. */
export function RetentionSettings({ me }: { me: Me }) {
  const isOwner = me.role === "owner";
  const retention = useRetention(isOwner);
  if (!isOwner) return <Notice tone="neutral">Only owners decide how long personal data is kept.</Notice>;
  if (retention.error) return <Notice tone="destructive">{problemMessage(retention.error)}</Notice>;
  if (!retention.data) return <Skeleton className="h-96 max-w-2xl" />;
  const { kinds, purges } = retention.data;
  return (
    <Card className="max-w-2xl" aria-labelledby="retention-title">
      <CardHeader>
        <CardTitle id="retention-title">Retention</CardTitle>
        <CardDescription>
          After these days data is deleted for good, within an hour. Empty: as long as this installation keeps it.
        </CardDescription>
      </CardHeader>
      <RetentionForm key={JSON.stringify(kinds)} kinds={kinds} />
      <Purges purges={purges} />
    </Card>
  );
}

const written = (days: number | null): string => (days === null ? "" : String(days));

/** What is wrong with typed days; undefined: nothing. */
function mistakeIn(text: string, { least, most }: Kind): string | undefined {
  if (text === "" || (/^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most)) return undefined;
  return `A whole number of days from ${formatNumber(least)} to ${formatNumber(most)}, or empty.`;
}

function RetentionForm({ kinds }: { kinds: readonly Kind[] }) {
  const [typed, setTyped] = useState<Partial<Record<Kind["kind"], string>>>({});
  const patch = usePatchWorkspace();
  const textOf = (kind: Kind) => typed[kind.kind] ?? written(kind.keepDays);
  const isChanged = kinds.some((kind) => textOf(kind) !== written(kind.keepDays));
  const isWrong = kinds.some((kind) => mistakeIn(textOf(kind), kind) !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWrong) return;
    const retention = Object.fromEntries(
      kinds.map((kind) => [kind.kind, textOf(kind) === "" ? null : Number(textOf(kind))]),
    );
    void patch.mutateAsync({ settings: { retention } }).then(
      () => toast.success("Saved. What is older goes within an hour."),
      () => undefined,
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <CardContent className="grid gap-5">
        {kinds.map((kind) => (
          <Field
            key={kind.kind}
            label={`${WORDS[kind.kind].label}, in days`}
            hint={`${WORDS[kind.kind].what} The installation keeps this ${
              kind.installationDays === null ? "forever" : `for ${countOf(kind.installationDays, "day")}`
            }.`}
            error={mistakeIn(textOf(kind), kind)}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                value={textOf(kind)}
                onChange={(event) => setTyped({ ...typed, [kind.kind]: event.target.value.trim() })}
                className="max-w-40"
              />
            )}
          </Field>
        ))}
        {patch.error ? <Notice tone="destructive">{problemMessage(patch.error)}</Notice> : null}
      </CardContent>
      <CardFooter>
        <Button type="submit" disabled={!isChanged || isWrong} busy={patch.isPending}>
          Save retention
        </Button>
      </CardFooter>
    </form>
  );
}

function Purges({ purges }: Pick<Retention, "purges">) {
  if (purges.length === 0) return null;
  return (
    <CardContent>
      <Table>
        <TableCaption>Deleted for it, newest first</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead>At</TableHead>
            <TableHead>What</TableHead>
            <TableHead className="text-right">Rows</TableHead>
            <TableHead className="hidden sm:table-cell">All from before</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {purges.map(({ id, kind, startedAt, finishedAt, rows, until }) => (
            <TableRow key={id}>
              <TableCell>
                <Moment at={finishedAt ?? startedAt} />
                {finishedAt === null ? " (not finished yet, or interrupted; the next run goes on)" : ""}
              </TableCell>
              <TableCell>{WORDS[kind].label}</TableCell>
              <TableCell className="tabular text-right">{formatNumber(rows)}</TableCell>
              <TableCell className="hidden sm:table-cell">
                <Moment at={until} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </CardContent>
  );
}
