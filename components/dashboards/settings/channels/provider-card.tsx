"use client";
import { type FormEvent, useState } from "react";
import { type Provider, problemMessage, useRemoveProvider, useTestProvider } from "#data";
import { Notice, Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Input } from "#ui/input";
import { toast } from "#ui/toaster";
import { CopyField } from "../copy-field.tsx";
import type { ServiceFacts } from "./services.ts";

type CardProps = { provider: Provider; facts: ServiceFacts; onEdit: () => void };

export function ProviderCard({ provider, facts, onEdit }: CardProps) {
  const { service, settings, isReadable, feedbackUrl } = provider;
  const [asking, setAsking] = useState(false);
  const isSet = settings !== null;
  return (
    <Card aria-labelledby={`provider-${service}`}>
      <CardHeader>
        <CardTitle id={`provider-${service}`} className="flex items-center gap-2">
          {facts.name}
          {isSet ? (
            <Badge variant={isReadable ? "success" : "destructive"}>{isReadable ? "Set up" : "Not readable"}</Badge>
          ) : null}
        </CardTitle>
        <div className="flex gap-2">
          {isSet ? (
            <Button variant="ghost" size="sm" onClick={() => setAsking(true)} aria-label={`Remove ${facts.name}`}>
              Remove
            </Button>
          ) : null}
          <Button
            variant="outline"
            size="sm"
            onClick={onEdit}
            aria-label={`${isSet ? "Change" : "Set up"} ${facts.name}`}
          >
            {isSet ? "Change" : "Set up"}
          </Button>
        </div>
        <CardDescription>{facts.text}</CardDescription>
      </CardHeader>
      {isSet ? (
        <CardContent className="grid gap-4">
          {isReadable ? null : <Notice tone="destructive">SOJOURN_SECRET has changed. Enter the secrets again.</Notice>}
          {feedbackUrl ? (
            <div className="grid gap-1.5">
              <p className="font-medium text-ui">Address for its reports</p>
              <CopyField label={`the address for reports of ${facts.name}`} value={feedbackUrl} />
            </div>
          ) : null}
          {typeof settings.publicKey === "string" ? (
            <div className="grid gap-1.5">
              <p className="font-medium text-ui">Public key</p>
              <p className="text-muted-foreground text-ui">
                The applicationServerKey with which pages subscribe; what the browser answers is the token of the
                device.
              </p>
              <CopyField label="the public key of web push" value={settings.publicKey} />
            </div>
          ) : null}
          {facts.testTo ? <TestForm service={service} name={facts.name} label={facts.testTo} /> : null}
        </CardContent>
      ) : null}
      <RemoveQuestion service={service} name={facts.name} open={asking} onClose={() => setAsking(false)} />
    </Card>
  );
}

type RemoveProps = { service: string; name: string; open: boolean; onClose: () => void };

/** The secrets are lost, and devices that subscribed with the keys of web push have to subscribe again. */
function RemoveQuestion({ service, name, open, onClose }: RemoveProps) {
  const remove = useRemoveProvider();
  const confirm = () =>
    remove.mutate(service, {
      onSuccess: () => {
        toast.success(`${name} was removed.`);
        onClose();
      },
    });
  return (
    <AlertDialog open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialogContent>
        <Question
          title={`Remove ${name}?`}
          text={
            service === "web_push"
              ? "Its keys are deleted, so every browser that subscribed with them has to subscribe again. Messages wait under Deliveries and reach nobody."
              : "Its settings and secrets are deleted, and its reports are not taken any more. To use it again, enter them again."
          }
          confirm="Remove"
          destructive
          busy={remove.isPending}
          onConfirm={confirm}
        />
        {remove.error ? <Notice tone="destructive">{problemMessage(remove.error)}</Notice> : null}
      </AlertDialogContent>
    </AlertDialog>
  );
}

function TestForm({ service, name, label }: { service: string; name: string; label: string }) {
  const [to, setTo] = useState("");
  const test = useTestProvider();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    test.mutate({ service, to: to.trim() });
  };
  const { data, error } = test;
  return (
    <form onSubmit={submit} className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Input
          aria-label={`${label} for a test of ${name}`}
          placeholder={label}
          className="max-w-64"
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <Button type="submit" variant="outline" busy={test.isPending} disabled={!to.trim()}>
          Send a test
        </Button>
      </div>
      <div role="status">
        {error ? <Notice tone="destructive">{problemMessage(error)}</Notice> : null}
        {data?.status === "sent" ? <Notice>The service took the test message.</Notice> : null}
        {data?.status === "failed" ? <Notice tone="destructive">{data.error}</Notice> : null}
      </div>
    </form>
  );
}
