"use client";
import { useState } from "react";
import { type Content, problemMessage, type TestSend, useMe, useTestSend, useTestSends } from "#data";
import { Ago, FormFooter } from "#shell";
import { Badge } from "#ui/badge";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { PersonPicker } from "../people/person-picker.tsx";

type TestSendDialogProps = {
  item: Content;
  /** The person and language of the preview. */
  personId: string | null;
  language: string | null;
  open: boolean;
  onClose: () => void;
};

/** Sends the draft to the people who work on it, and shows what was sent before. */
export function TestSendDialog({ open, onClose, ...rest }: TestSendDialogProps) {
  return (
    <Dialog open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Send a test</DialogTitle>
          <DialogDescription>
            The draft as it is now, with [Test] before its subject. It is no delivery, and no figure counts it.
          </DialogDescription>
        </DialogHeader>
        {open ? <TestSendForm {...rest} onClose={onClose} /> : null}
      </DialogContent>
    </Dialog>
  );
}

function TestSendForm({ item, personId: shown, language, onClose }: Omit<TestSendDialogProps, "open">) {
  const own = useMe().data?.user?.email ?? "";
  const [to, setTo] = useState<string | null>(null);
  const [personId, setPersonId] = useState(shown);
  const [failure, setFailure] = useState<string | null>(null);
  const send = useTestSend(item.id);
  const sent = useTestSends(item.id, true).data ?? [];
  const written = to ?? own;
  const submit = async () => {
    setFailure(null);
    const addresses = written.split(/[\s,;]+/).filter((address) => address !== "");
    try {
      await send.mutateAsync({
        to: addresses,
        ...(personId ? { personId } : {}),
        ...(language ? { language } : {}),
      });
    } catch (error) {
      setFailure(problemMessage(error));
    }
  };
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label="To" hint="One or more addresses, 10 at most.">
        {(control) => <Input {...control} value={written} onChange={(event) => setTo(event.target.value)} />}
      </Field>
      <div className="flex items-center justify-between gap-3">
        <p className="font-medium text-ui">With the values of</p>
        <PersonPicker label="With the values of" value={personId} onChange={setPersonId} empty="A sample person" />
      </div>
      <TestLog sent={sent} />
      <FormFooter failure={failure} busy={send.isPending} onCancel={onClose}>
        Send test
      </FormFooter>
    </form>
  );
}

const WORDS: Readonly<Record<TestSend["status"], string>> = {
  queued: "Queued",
  sending: "Sending",
  sent: "Sent",
  captured: "Stored, not sent: no mail server is set up",
  failed: "Failed",
};

function TestLog({ sent }: { sent: readonly TestSend[] }) {
  if (sent.length === 0) return null;
  return (
    <section aria-label="Tests sent before">
      <ul className="max-h-44 divide-y overflow-y-auto rounded-lg border">
        {sent.map(({ id, to, status, error, createdAt }) => (
          <li key={id} className="flex items-center gap-3 px-3 py-2 text-xs">
            <span className="min-w-0 flex-1 truncate">{to}</span>
            <Badge variant="outline" title={error ?? undefined}>
              {WORDS[status]}
            </Badge>
            <span className="text-muted-foreground">
              <Ago at={createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
