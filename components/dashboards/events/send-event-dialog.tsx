"use client";
import { type FormEvent, useState } from "react";
import { problemMessage, useSendEvent } from "#data";
import { eventName, type JsonObject } from "#journey";
import { EventInput, MapInput } from "#rules";
import { FormDialog, FormFooter, Notice } from "#shell";
import { Field } from "#ui/field";
import { Link } from "#ui/link";
import { PersonPicker } from "../people/person-picker.tsx";

type SendEventDialogProps = { open: boolean; onOpenChange: (open: boolean) => void; firstEvent?: string };

/** Sends one event as a person, to see what it sets off. */
export function SendEventDialog({ open, onOpenChange, firstEvent = "" }: SendEventDialogProps) {
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Send a test event"
      text="It counts like an event of your site: it is stored, and journeys react to it."
    >
      <SendEventForm firstEvent={firstEvent} close={() => onOpenChange(false)} />
    </FormDialog>
  );
}

function SendEventForm({ firstEvent, close }: { firstEvent: string; close: () => void }) {
  const [personId, setPersonId] = useState<string | null>(null);
  const [name, setName] = useState(firstEvent);
  const [properties, setProperties] = useState<JsonObject | undefined>();
  const [tried, setTried] = useState(false);
  const send = useSendEvent();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (personId === null || name.trim() === "") return;
    send.mutate({ personId, name: eventName(name.trim()), ...(properties ? { properties } : {}) });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label="Person" error={tried && personId === null ? "Choose the person who does it." : undefined}>
        {() => <PersonPicker label="Person" value={personId} onChange={setPersonId} empty="Choose a person" />}
      </Field>
      <Field label="Event" error={tried && name.trim() === "" ? "Name the event." : undefined}>
        {(control) => <EventInput {...control} value={name} onChange={setName} />}
      </Field>
      <div className="grid gap-1.5">
        <p className="font-medium text-ui">Properties</p>
        <MapInput
          value={properties}
          onChange={setProperties}
          keyLabel="Property"
          valueLabel="Value"
          addLabel="Add a property"
          keyPlaceholder="amount"
          valuePlaceholder="120"
          event={eventName(name.trim() || "event")}
        />
      </div>
      {send.data ? (
        <Notice>
          “{send.data.name}” was sent.{" "}
          <Link href={`/people/${send.data.personId}`} className="font-medium underline">
            See what it set off
          </Link>
        </Notice>
      ) : null}
      <FormFooter failure={send.error ? problemMessage(send.error) : null} busy={send.isPending} onCancel={close}>
        Send event
      </FormFooter>
    </form>
  );
}
