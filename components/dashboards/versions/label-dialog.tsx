"use client";
import { type FormEvent, useState } from "react";
import { type JourneyVersion, problemMessage, useLabelVersion } from "#data";
import { FormDialog, FormFooter } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Textarea } from "#ui/textarea";

type LabelDialogProps = { journeyId: string; version: JourneyVersion | null; onClose: () => void };

/** Names a version, and notes why it was made. */
export function LabelDialog({ journeyId, version, onClose }: LabelDialogProps) {
  return (
    <FormDialog
      open={version !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Version ${version?.number ?? ""}`}
      text="A name and a note for people. What the version does stays as it is."
    >
      {version ? <LabelForm journeyId={journeyId} version={version} close={onClose} /> : null}
    </FormDialog>
  );
}

function LabelForm({ journeyId, version, close }: { journeyId: string; version: JourneyVersion; close: () => void }) {
  const [name, setName] = useState(version.name ?? "");
  const [note, setNote] = useState(version.note ?? "");
  const label = useLabelVersion(journeyId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    label.mutate({ versionId: version.id, name, note }, { onSuccess: close });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="Name">
        {(control) => (
          <Input {...control} value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label="Note">
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            value={note}
            maxLength={2_000}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <FormFooter failure={label.error ? problemMessage(label.error) : null} busy={label.isPending} onCancel={close}>
        Save
      </FormFooter>
    </form>
  );
}
