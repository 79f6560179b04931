"use client";
import { type FormEvent, useState } from "react";
import { ApiProblem, problemMessage, useCreateSender } from "#data";
import { FormDialog, FormFooter } from "#shell";
import { Field } from "#ui/field";
import { Input } from "#ui/input";

export function NewSenderDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <FormDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Add a sender"
      text="Nothing is sent from it until it is verified."
    >
      <NewSenderForm onClose={onClose} />
    </FormDialog>
  );
}

function NewSenderForm({ onClose }: { onClose: () => void }) {
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const create = useCreateSender();
  const fields = create.error instanceof ApiProblem ? create.error.errors : [];
  const messageOf = (field: string) => fields.find((entry) => entry.field === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ email: email.trim(), name: name.trim() || null }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      <Field label="Address" error={messageOf("email")}>
        {(control) => (
          <Input
            {...control}
            type="email"
            required
            maxLength={320}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            placeholder="hello@acme.example"
          />
        )}
      </Field>
      <Field label="Name" hint="What recipients see beside the address." error={messageOf("name")}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
            placeholder="Ada at Acme"
          />
        )}
      </Field>
      <FormFooter
        failure={create.error && fields.length === 0 ? problemMessage(create.error) : null}
        busy={create.isPending}
        disabled={!email.trim()}
        onCancel={onClose}
      >
        Add sender
      </FormFooter>
    </form>
  );
}
