"use client";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { type ApiKey, type Me, problemMessage, useApiKeys, useRevokeApiKey } from "#data";
import { Ago, EmptyState, Notice, PageError, Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Button } from "#ui/button";
import { Skeleton } from "#ui/skeleton";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { KeyEnd } from "./key-end.tsx";
import { NewKeyDialog } from "./new-key-dialog.tsx";

export function KeySettings({ me }: { me: Me }) {
  const keys = useApiKeys();
  const [creating, setCreating] = useState(false);
  if (keys.error) return <PageError error={keys.error} onRetry={keys.refetch} />;
  const secrets = keys.data?.filter((key) => key.kind === "secret");
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-xl text-muted-foreground text-ui">
          A secret key may do what an editor may over the API, or what its scopes say: give an agent its own. A personal
          key acts for one member, with at most their role. Keep keys on your servers, never in a browser.
        </p>
        <Button variant="outline" onClick={() => setCreating(true)}>
          <Plus aria-hidden /> New secret key
        </Button>
      </div>
      {!secrets ? <Skeleton className="h-32" /> : null}
      {secrets?.length === 0 ? (
        <EmptyState
          icon={KeyRound}
          title="No secret keys"
          text="Create one to call the API from a backend or the command line."
        />
      ) : null}
      {secrets && secrets.length > 0 ? <KeysTable keys={secrets} me={me} /> : null}
      <NewKeyDialog me={me} open={creating} onClose={() => setCreating(false)} />
    </div>
  );
}

function KeysTable({ keys, me }: { keys: ApiKey[]; me: Me }) {
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const revoke = useRevokeApiKey();
  return (
    <>
      <Table>
        <TableCaption>Secret keys</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead>Name</TableHead>
            <TableHead className="hidden sm:table-cell">Key</TableHead>
            <TableHead className="hidden sm:table-cell">May do</TableHead>
            <TableHead className="hidden sm:table-cell">Last used</TableHead>
            <TableHead>Expires</TableHead>
            <TableHead>
              <span className="sr-only">Actions</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {keys.map((key) => (
            <KeyRow
              key={key.id}
              apiKey={key}
              mayRevoke={me.role === "owner" || key.member?.id === me.user.id}
              onRevoke={() => setRevoking(key)}
            />
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

type KeyRowProps = { apiKey: ApiKey; mayRevoke: boolean; onRevoke: () => void };

function KeyRow({ apiKey, mayRevoke, onRevoke }: KeyRowProps) {
  const { name, hint, member, scopes, lastUsedAt, expiresAt, createdAt } = apiKey;
  return (
    <TableRow>
      <TableCell className="max-w-48">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-muted-foreground text-xs">
          {member ? `of ${member.email}, ` : ""}created <Ago at={createdAt} />
        </p>
      </TableCell>
      <TableCell className="hidden font-mono text-muted-foreground text-xs sm:table-cell">{hint}</TableCell>
      <TableCell className="hidden text-muted-foreground sm:table-cell">{scopes?.join(", ") ?? "everything"}</TableCell>
      <TableCell className="hidden text-muted-foreground sm:table-cell">
        {lastUsedAt ? <Ago at={lastUsedAt} /> : "never"}
      </TableCell>
      <TableCell className="text-muted-foreground">{expiresAt ? <KeyEnd expiresAt={expiresAt} /> : "never"}</TableCell>
      <TableCell className="text-right">
        {mayRevoke ? (
          <Button variant="ghost" size="sm" onClick={onRevoke} aria-label={`Revoke ${name}`}>
            Revoke
          </Button>
        ) : null}
      </TableCell>
    </TableRow>
  );
}
