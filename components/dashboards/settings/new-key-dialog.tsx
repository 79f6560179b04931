"use client";
import { type FormEvent, useState } from "react";
import { type KeyScope, type Me, problemMessage, useCreateApiKey } from "#data";
import { FormFooter, Notice } from "#shell";
import { Button } from "#ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Pick } from "../rules/pick.tsx";
import { CopyField } from "./copy-field.tsx";
import { ScopeFields } from "./scope-fields.tsx";

type Props = { me: Me; open: boolean; onClose: () => void };

export function NewKeyDialog({ me, open, onClose }: Props) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>New secret key</DialogTitle>
          <DialogDescription>Sojourn stores only a hash of it, so it is shown only once.</DialogDescription>
        </DialogHeader>
        <NewKeyForm me={me} onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

const OWNERS = { service: "The workspace", personal: "Me" } as const;
const ENDS = { "30": "In 30 days", "90": "In 90 days", "365": "In a year", never: "Never" } as const;

const endIn = (days: string): string | null =>
  days === "never" ? null : new Date(Date.now() + Number(days) * 86_400_000).toISOString();

function NewKeyForm({ me, onClose }: Omit<Props, "open">) {
  const isOwner = me.role === "owner";
  const [name, setName] = useState("");
  const [actsFor, setActsFor] = useState<string>(isOwner ? "service" : "personal");
  const [end, setEnd] = useState<string>("never");
  const [scopes, setScopes] = useState<readonly KeyScope[] | null>(null);
  const create = useCreateApiKey();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name: name.trim(), scopes, isPersonal: actsFor === "personal", expiresAt: endIn(end) });
  };
  if (create.data?.key) return <MadeKey plain={create.data.key} onClose={onClose} />;
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-4">
      <Field
        label="Name"
        hint="Where it will be used, so that you know what to revoke."
        error={create.error ? problemMessage(create.error) : undefined}
      >
        {(control) => (
          <Input
            {...control}
            required
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
            placeholder="Billing service"
          />
        )}
      </Field>
      {isOwner ? (
        <Labeled text="Acts for">
          <Pick label="Acts for" value={actsFor} options={OWNERS} onChange={setActsFor} />
        </Labeled>
      ) : (
        <p className="text-muted-foreground text-ui">It acts for you, and ends with your membership.</p>
      )}
      <Labeled text="Expires">
        <Pick label="Expires" value={end} options={ENDS} onChange={setEnd} />
      </Labeled>
      <ScopeFields scopes={scopes} onChange={setScopes} />
      <FormFooter
        failure={null}
        busy={create.isPending}
        disabled={!name.trim() || scopes?.length === 0}
        onCancel={onClose}
      >
        Create key
      </FormFooter>
    </form>
  );
}

function Labeled({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <p className="font-medium text-ui" aria-hidden>
        {text}
      </p>
      {children}
    </div>
  );
}

function MadeKey({ plain, onClose }: { plain: string; onClose: () => void }) {
  return (
    <div className="grid grid-cols-1 gap-4">
      <Notice tone="warning">Copy it now. It will not be shown again.</Notice>
      <CopyField label="the secret key" value={plain} />
      <DialogFooter>
        <Button onClick={onClose}>I have copied it</Button>
      </DialogFooter>
    </div>
  );
}
