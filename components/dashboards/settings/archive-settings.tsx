"use client";
import { type FormEvent, useState } from "react";
import { type Archive, type Me, problemMessage, useArchive, usePatchWorkspace } from "#data";
import { countOf, formatNumber, Moment, Notice } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Skeleton } from "#ui/skeleton";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { toast } from "#ui/toaster";

/** How long the text of sent messages is kept, with a receipt of each purge. */
export function ArchiveSettings({ me }: { me: Me }) {
  const isOwner = me.role === "owner";
  const archive = useArchive(isOwner);
  if (!isOwner) return null;
  if (archive.error) return <Notice tone="destructive">{problemMessage(archive.error)}</Notice>;
  if (!archive.data) return <Skeleton className="h-56 max-w-2xl" />;
  return (
    <Card className="max-w-2xl" aria-labelledby="archive-title">
      <CardHeader>
        <CardTitle id="archive-title">Archive of messages</CardTitle>
        <CardDescription>
          Each message is kept as it was sent: subject, text, values and answers. After this time they are taken out for
          good; that a message was sent, to whom, and with which results stays.
        </CardDescription>
      </CardHeader>
      <ArchiveForm key={String(archive.data.keepDays)} archive={archive.data} />
      <Purges purges={archive.data.purges} />
    </Card>
  );
}

function ArchiveForm({ archive: { keepDays, deliveriesDays } }: { archive: Archive }) {
  const [days, setDays] = useState(keepDays === null ? "" : String(keepDays));
  const patch = usePatchWorkspace();
  const isWrong = !/^([1-9]\d{0,3})?$/.test(days) || Number(days) > 3_650;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWrong) return;
    // Saving puts another form in place of this one, whose own callbacks would go with it.
    void patch.mutateAsync({ settings: { archive: { keepDays: days === "" ? null : Number(days) } } }).then(
      () => toast.success("Saved. What is older goes within an hour."),
      () => undefined,
    );
  };
  const whole = deliveriesDays === null ? "forever" : `for ${countOf(deliveriesDays, "day")}`;
  return (
    <form onSubmit={submit} noValidate>
      <CardContent className="grid gap-4">
        <Field
          label="Keep for, in days"
          hint={`Empty: as long as the messages themselves, which this installation keeps ${whole}.`}
          error={isWrong ? "A whole number of days, up to 3,650, or empty." : undefined}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={days}
              onChange={(event) => setDays(event.target.value.trim())}
              className="max-w-40"
            />
          )}
        </Field>
        {patch.error ? <Notice tone="destructive">{problemMessage(patch.error)}</Notice> : null}
      </CardContent>
      <CardFooter>
        <Button type="submit" disabled={days === (keepDays === null ? "" : String(keepDays))} busy={patch.isPending}>
          Save archive
        </Button>
      </CardFooter>
    </form>
  );
}

function Purges({ purges }: Pick<Archive, "purges">) {
  if (purges.length === 0) return null;
  return (
    <CardContent>
      <Table>
        <TableCaption>Purges, newest first</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead>At</TableHead>
            <TableHead className="text-right">Messages</TableHead>
            <TableHead>All from before</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {purges.map(({ id, startedAt, finishedAt, messages, until }) => (
            <TableRow key={id}>
              <TableCell>
                <Moment at={finishedAt ?? startedAt} />
                {finishedAt === null ? " (not finished yet, or interrupted; the next run goes on)" : ""}
              </TableCell>
              <TableCell className="tabular text-right">{formatNumber(messages)}</TableCell>
              <TableCell>
                <Moment at={until} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </CardContent>
  );
}
