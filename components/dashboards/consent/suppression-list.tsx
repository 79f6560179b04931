"use client";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { type Suppression, useCanEdit, useSuppressions } from "#data";
import { Ago, EmptyState, PageError, SearchInput } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Skeleton } from "#ui/skeleton";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { channelLabel, SUPPRESSION_WORDS, sentence } from "#words";
import { AddressDialog, type AskedAddress } from "./address-dialog.tsx";

/** Addresses that receive nothing, the latest first. */
export function SuppressionList() {
  const [search, setSearch] = useState("");
  const [before, setBefore] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<AskedAddress | null>(null);
  const list = useSuppressions({ search, before: before.at(-1) ?? null });
  const find = (next: string) => {
    setBefore([]);
    setSearch(next);
  };
  const { data, error } = list;
  return (
    <Card className="max-w-3xl" aria-labelledby="suppressions-title">
      <CardHeader>
        <CardTitle id="suppressions-title">Suppressed addresses</CardTitle>
        <SearchInput value={search} onSearch={find} label="Search addresses" />
        <CardDescription>Nothing is sent to these addresses. Bounces and complaints add to the list.</CardDescription>
      </CardHeader>
      <CardContent>
        {error ? <PageError error={error} onRetry={list.refetch} /> : null}
        {data ? (
          <Rows
            rows={data.data}
            isSearch={search !== ""}
            onLift={(channel, address) => setAsked({ channel, address, suppressed: true })}
          />
        ) : (
          <Skeleton className="h-32" />
        )}
      </CardContent>
      {before.length > 0 || data?.nextBefore ? (
        <CardFooter className="justify-end">
          <Button
            variant="outline"
            size="sm"
            disabled={before.length === 0}
            onClick={() => setBefore(before.slice(0, -1))}
          >
            Newer
          </Button>
          <Button
            variant="outline"
            size="sm"
            disabled={!data?.nextBefore}
            onClick={() => data?.nextBefore && setBefore([...before, data.nextBefore])}
          >
            Older
          </Button>
        </CardFooter>
      ) : null}
      <AddressDialog address={asked} onClose={() => setAsked(null)} />
    </Card>
  );
}

type RowsProps = {
  rows: readonly Suppression[];
  isSearch: boolean;
  onLift: (channel: Suppression["channel"], address: string) => void;
};

function Rows({ rows, isSearch, onLift }: RowsProps) {
  const canEdit = useCanEdit();
  if (rows.length === 0)
    return (
      <EmptyState
        icon={ShieldCheck}
        title={isSearch ? "No such address" : "No suppressed addresses"}
        text={isSearch ? "Nothing is suppressed that contains this text." : "Every known address may be used."}
        className="py-8"
      />
    );
  return (
    <Table>
      <TableCaption>Suppressed addresses, the latest first</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Address</TableHead>
          <TableHead className="hidden sm:table-cell">Why</TableHead>
          <TableHead className="hidden md:table-cell">Since</TableHead>
          <TableHead>
            <span className="sr-only">Actions</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((entry) => (
          <TableRow key={entry.id}>
            <TableCell className="w-full max-w-0 truncate font-medium">
              {entry.address ?? "Erased"}
              <span className="ml-2 font-normal text-muted-foreground text-xs">{channelLabel(entry.channel)}</span>
            </TableCell>
            <TableCell className="hidden sm:table-cell">{sentence(SUPPRESSION_WORDS[entry.reason])}</TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted-foreground md:table-cell">
              <Ago at={entry.at} />
            </TableCell>
            <TableCell className="text-right">
              {canEdit && entry.address ? (
                <Button
                  variant="outline"
                  size="sm"
                  aria-label={`Lift ${entry.address}`}
                  onClick={() => onLift(entry.channel, entry.address ?? "")}
                >
                  Lift…
                </Button>
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
