"use client";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { type Me, type Member, problemMessage, type Role, useChangeMember, useMembers, useRemoveMember } from "#data";
import { Notice, PageError, Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Button } from "#ui/button";
import { Skeleton } from "#ui/skeleton";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { toast } from "#ui/toaster";
import { Pick } from "../rules/pick.tsx";
import { AddMemberDialog } from "./add-member-dialog.tsx";
import { ROLE_WORDS } from "./roles.ts";

export function MemberSettings({ me }: { me: Me }) {
  const members = useMembers();
  const [adding, setAdding] = useState(false);
  const mayEdit = me.role === "owner";
  if (members.error) return <PageError error={members.error} onRetry={members.refetch} />;
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-xl text-muted-foreground text-ui">
          Owners can do everything, editors can change journeys and content, viewers can only read.
        </p>
        {mayEdit ? (
          <Button variant="outline" onClick={() => setAdding(true)}>
            <UserPlus aria-hidden /> Add member
          </Button>
        ) : null}
      </div>
      {members.data ? <MembersTable members={members.data} me={me} mayEdit={mayEdit} /> : <Skeleton className="h-32" />}
      <AddMemberDialog open={adding} onClose={() => setAdding(false)} />
    </div>
  );
}

function MembersTable({ members, me, mayEdit }: { members: Member[]; me: Me; mayEdit: boolean }) {
  const [removing, setRemoving] = useState<Member | null>(null);
  const remove = useRemoveMember();
  return (
    <>
      <Table>
        <TableCaption>Members of {me.workspace.name}</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead>Member</TableHead>
            <TableHead>Role</TableHead>
            {mayEdit ? (
              <TableHead>
                <span className="sr-only">Actions</span>
              </TableHead>
            ) : null}
          </TableRow>
        </TableHeader>
        <TableBody>
          {members.map((member) => (
            <TableRow key={member.userId}>
              <TableCell className="max-w-64">
                <p className="truncate font-medium">
                  {member.name || member.email}{" "}
                  {member.userId === me.user.id ? (
                    <span className="font-normal text-muted-foreground">(you)</span>
                  ) : null}
                  {member.status === "invited" ? (
                    <span className="font-normal text-muted-foreground">(invited)</span>
                  ) : null}
                </p>
                <p className="truncate text-muted-foreground text-xs">{member.email}</p>
              </TableCell>
              <TableCell>{mayEdit ? <RolePick member={member} /> : ROLE_WORDS[member.role]}</TableCell>
              {mayEdit ? (
                <TableCell className="text-right">
                  <Button
                    variant="ghost"
                    size="sm"
                    onClick={() => setRemoving(member)}
                    aria-label={`Remove ${member.email}`}
                  >
                    Remove
                  </Button>
                </TableCell>
              ) : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <AlertDialog open={removing !== null} onOpenChange={(open) => !open && setRemoving(null)}>
        <AlertDialogContent>
          <Question
            title={`Remove ${removing?.email ?? ""}?`}
            text="They can no longer open this workspace. Their work stays."
            confirm="Remove"
            destructive
            busy={remove.isPending}
            onConfirm={() => removing && remove.mutate(removing.id, { onSuccess: () => setRemoving(null) })}
          />
          {remove.error ? <Notice tone="destructive">{problemMessage(remove.error)}</Notice> : null}
        </AlertDialogContent>
      </AlertDialog>
    </>
  );
}

function RolePick({ member }: { member: Member }) {
  const change = useChangeMember();
  return (
    <Pick
      label={`Role of ${member.email}`}
      value={member.role}
      options={ROLE_WORDS}
      onChange={(role) =>
        change.mutate({ id: member.id, role: role as Role }, { onError: (error) => toast.error(problemMessage(error)) })
      }
      className="w-28"
    />
  );
}
