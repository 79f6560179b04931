"use client";
import { useState } from "react";
import { type PersonConsent, useCanEdit } from "#data";
import { Moment } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "#ui/card";
import { channelLabel, SUPPRESSION_WORDS, sentence, sourceWords } from "#words";
import { AddressDialog } from "./address-dialog.tsx";

type Address = PersonConsent["addresses"][number];

/** The person's addresses: which are suppressed, why, since when, and what was before. */
export function AddressCard({ addresses }: { addresses: readonly Address[] }) {
  const [asked, setAsked] = useState<Address | null>(null);
  const canEdit = useCanEdit();
  return (
    <Card aria-labelledby="addresses-title">
      <CardHeader>
        <CardTitle id="addresses-title">Addresses</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3 text-ui">
        {addresses.length === 0 ? (
          <p className="text-muted-foreground">No address: neither the trait email nor phone, and no device.</p>
        ) : null}
        {addresses.map((one) => (
          <div key={`${one.channel} ${one.address}`} className="grid gap-1">
            <div className="flex flex-wrap items-center gap-2">
              <span className="min-w-0 break-all font-medium">{one.address}</span>
              <Badge variant="outline">{channelLabel(one.channel)}</Badge>
              <Badge variant={one.suppressed ? "destructive" : "success"}>
                {one.suppressed ? "Suppressed" : "May be used"}
              </Badge>
              {canEdit ? (
                <Button variant="outline" size="sm" className="ml-auto" onClick={() => setAsked(one)}>
                  {one.suppressed ? "Lift…" : "Suppress…"}
                </Button>
              ) : null}
            </div>
            <Entries entries={one.entries} />
          </div>
        ))}
      </CardContent>
      <AddressDialog address={asked} onClose={() => setAsked(null)} />
    </Card>
  );
}

function Entries({ entries }: Pick<Address, "entries">) {
  if (entries.length === 0) return null;
  return (
    <ul className="grid gap-1 text-muted-foreground text-xs">
      {entries.map(({ id, reason, source, detail, at, until, liftedAt, liftReason }) => (
        <li key={id}>
          <Moment at={at} />: {sentence(SUPPRESSION_WORDS[reason])} Noted {sourceWords(source)}
          {detail ? `: ${detail}` : ""}.
          {until && !liftedAt ? (
            <>
              {" "}
              Ends <Moment at={until} />.
            </>
          ) : null}
          {liftedAt ? (
            <>
              {" "}
              Lifted <Moment at={liftedAt} />
              {liftReason ? `: ${liftReason}` : ""}.
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
