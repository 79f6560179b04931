"use client";
import { KeyRound, Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import {
  type ApiKey,
  type KeyScope,
  type Me,
  problemMessage,
  useApiKeys,
  useCreateApiKey,
  useRevokeApiKey,
} from "#data";
import { Ago, EmptyState, FormFooter, Notice, PageError, Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Button } from "#ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Skeleton } from "#ui/skeleton";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { CopyField } from "./copy-field.tsx";
import { ScopeFields } from "./scope-fields.tsx";

export function KeySettings({ me }: { me: Me }) {
  const keys = useApiKeys();
  const [creating, setCreating] = useState(false);
  const mayEdit = me.role === "owner";
  if (keys.error) return <PageError error={keys.error} onRetry={keys.refetch} />;
  const secrets = keys.data?.filter((key) => key.kind === "secret");
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-xl text-muted-foreground text-ui">
          A secret key may do what an editor may over the API, or what its scopes say: give an agent its own. Keep it on
          your servers, never in a browser.
        </p>
        {mayEdit ? (
          <Button variant="outline" onClick={() => setCreating(true)}>
            <Plus aria-hidden /> New secret key
          </Button>
        ) : null}
      </div>
      {!secrets ? <Skeleton className="h-32" /> : null}
      {secrets?.length === 0 ? (
        <EmptyState
          icon={KeyRound}
          title="No secret keys"
          text="Create one to call the API from a backend or the command line."
        />
      ) : null}
      {secrets && secrets.length > 0 ? <KeysTable keys={secrets} mayEdit={mayEdit} /> : null}
      <NewKeyDialog open={creating} onClose={() => setCreating(false)} />
    </div>
  );
}

function KeysTable({ keys, mayEdit }: { keys: ApiKey[]; mayEdit: boolean }) {
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const revoke = useRevokeApiKey();
  return (
    <>
      <Table>
        <TableCaption>Secret keys</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead>Name</TableHead>
            <TableHead>Key</TableHead>
            <TableHead className="hidden sm:table-cell">May do</TableHead>
            <TableHead className="hidden sm:table-cell">Last used</TableHead>
            <TableHead className="hidden sm:table-cell">Created</TableHead>
            {mayEdit ? (
              <TableHead>
                <span className="sr-only">Actions</span>
              </TableHead>
            ) : null}
          </TableRow>
        </TableHeader>
        <TableBody>
          {keys.map((key) => (
            <TableRow key={key.id}>
              <TableCell className="font-medium">{key.name}</TableCell>
              <TableCell className="font-mono text-muted-foreground text-xs">{key.hint}</TableCell>
              <TableCell className="hidden text-muted-foreground sm:table-cell">
                {key.scopes?.join(", ") ?? "everything"}
              </TableCell>
              <TableCell className="hidden text-muted-foreground sm:table-cell">
                {key.lastUsedAt ? <Ago at={key.lastUsedAt} /> : "never"}
              </TableCell>
              <TableCell className="hidden text-muted-foreground sm:table-cell">
                <Ago at={key.createdAt} />
              </TableCell>
              {mayEdit ? (
                <TableCell className="text-right">
                  <Button variant="ghost" size="sm" onClick={() => setRevoking(key)} aria-label={`Revoke ${key.name}`}>
                    Revoke
                  </Button>
                </TableCell>
              ) : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <AlertDialog open={revoking !== null} onOpenChange={(open) => !open && setRevoking(null)}>
        <AlertDialogContent>
          <Question
            title={`Revoke “${revoking?.name ?? ""}”?`}
            text="Everything that uses it stops working within seconds. This cannot be undone; create a new key first if you need one."
            confirm="Revoke"
            destructive
            busy={revoke.isPending}
            onConfirm={() => revoking && revoke.mutate(revoking.id, { onSuccess: () => setRevoking(null) })}
          />
          {revoke.error ? <Notice tone="destructive">{problemMessage(revoke.error)}</Notice> : null}
        </AlertDialogContent>
      </AlertDialog>
    </>
  );
}

function NewKeyDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>New secret key</DialogTitle>
          <DialogDescription>Sojourn stores only a hash of it, so it is shown only once.</DialogDescription>
        </DialogHeader>
        <NewKeyForm onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function NewKeyForm({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly KeyScope[] | null>(null);
  const create = useCreateApiKey();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name: name.trim(), scopes });
  };
  if (create.data?.key) {
    return (
      <div className="grid grid-cols-1 gap-4">
        <Notice tone="warning">Copy it now. It will not be shown again.</Notice>
        <CopyField label="the secret key" value={create.data.key} />
        <DialogFooter>
          <Button onClick={onClose}>I have copied it</Button>
        </DialogFooter>
      </div>
    );
  }
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
