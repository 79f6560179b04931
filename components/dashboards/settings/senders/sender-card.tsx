"use client";
import { useState } from "react";
import { problemMessage, type Role, type SenderIdentity, useChooseDefaultSender, useRemoveSender } from "#data";
import { Moment, Notice, Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { VerifyWays } from "./verify-ways.tsx";

const BY = { link: "by a mailed link", dns: "by a DNS record", declaration: "on an owner’s word" } as const;

export function SenderCard({ sender, role }: { sender: SenderIdentity; role: Role }) {
  const { id, email, name, status, verifiedAt, verifiedBy, isDefault } = sender;
  const choose = useChooseDefaultSender();
  const mayEdit = role !== "viewer";
  return (
    <Card aria-labelledby={`sender-${id}`}>
      <CardHeader>
        <CardTitle id={`sender-${id}`} className="flex flex-wrap items-center gap-2">
          <span className="break-all">{email}</span>
          <Badge variant={status === "verified" ? "default" : "secondary"}>
            {status === "verified" ? "Verified" : "Not verified"}
          </Badge>
          {isDefault ? <Badge variant="secondary">Default</Badge> : null}
        </CardTitle>
        <CardDescription>
          {name ? `${name} · ` : ""}
          {verifiedAt && verifiedBy ? (
            <>
              Verified {BY[verifiedBy]} <Moment at={verifiedAt} />
            </>
          ) : (
            "Email that names it is sent from the next sender in the order."
          )}
        </CardDescription>
      </CardHeader>
      {status === "unverified" && mayEdit ? (
        <CardContent>
          <VerifyWays sender={sender} isOwner={role === "owner"} />
        </CardContent>
      ) : null}
      {mayEdit ? (
        <CardFooter className="flex-wrap gap-2">
          {status === "verified" && !isDefault ? (
            <Button variant="outline" size="sm" busy={choose.isPending} onClick={() => choose.mutate(id)}>
              Make default
            </Button>
          ) : null}
          <RemoveSender sender={sender} />
          {choose.error ? <Notice tone="destructive">{problemMessage(choose.error)}</Notice> : null}
        </CardFooter>
      ) : null}
    </Card>
  );
}

/** What still uses it is said by the refusal, with the names of the journeys. */
function RemoveSender({ sender: { id, email } }: { sender: SenderIdentity }) {
  const [asking, setAsking] = useState(false);
  const remove = useRemoveSender();
  return (
    <>
      <Button variant="ghost" size="sm" onClick={() => setAsking(true)} aria-label={`Remove ${email}`}>
        Remove
      </Button>
      <AlertDialog open={asking} onOpenChange={setAsking}>
        <AlertDialogContent>
          <Question
            title={`Remove ${email}?`}
            text="Nothing can be sent from it until it is added and verified again."
            confirm="Remove"
            destructive
            busy={remove.isPending}
            onConfirm={() => remove.mutate(id, { onSuccess: () => setAsking(false) })}
          />
          {remove.error ? <Notice tone="destructive">{problemMessage(remove.error)}</Notice> : null}
        </AlertDialogContent>
      </AlertDialog>
    </>
  );
}
