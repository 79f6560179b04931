"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import * as z from "zod";
import { problemMessage, useAddMember } from "#data";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Pick } from "../rules/pick.tsx";
import { CopyField } from "./copy-field.tsx";
import { ROLE_WORDS } from "./roles.ts";

const NewMember = z.object({
  email: z.email("An e-mail address, like ada@example.com."),
  role: z.enum(["owner", "editor", "viewer"]),
});

export function AddMemberDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Add a member</DialogTitle>
          <DialogDescription>Sojourn sends no invitation: you get a link to hand over yourself.</DialogDescription>
        </DialogHeader>
        <MemberForm onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function MemberForm({ onClose }: { onClose: () => void }) {
  const add = useAddMember();
  const { register, control, handleSubmit, formState } = useForm<z.infer<typeof NewMember>>({
    resolver: zodResolver(NewMember),
    defaultValues: { email: "", role: "editor" },
  });
  if (add.data) return <Added email={add.data.email} link={add.data.signInLink} onClose={onClose} />;
  return (
    <form onSubmit={handleSubmit((values) => add.mutate(values))} noValidate className="grid gap-4">
      <Field label="E-mail" error={formState.errors.email?.message}>
        {(field) => <Input type="email" autoComplete="off" {...field} {...register("email")} />}
      </Field>
      <Controller
        control={control}
        name="role"
        render={({ field }) => <Pick label="Role" value={field.value} options={ROLE_WORDS} onChange={field.onChange} />}
      />
      {add.error ? <Notice tone="destructive">{problemMessage(add.error)}</Notice> : null}
      <DialogFooter>
        <Button variant="outline" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" busy={add.isPending}>
          Add member
        </Button>
      </DialogFooter>
    </form>
  );
}

function Added({ email, link, onClose }: { email: string; link: string | null; onClose: () => void }) {
  return (
    <div className="grid gap-4">
      <p className="text-ui">
        {email} is a member now.{" "}
        {link ? "Hand them this link; it signs them in once, within a day." : "They sign in as they always do."}
      </p>
      {link ? <CopyField label="the sign-in link" value={link} /> : null}
      <DialogFooter>
        <Button onClick={onClose}>Done</Button>
      </DialogFooter>
    </div>
  );
}
