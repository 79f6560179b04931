"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import * as z from "zod";
import { type InvitedMember, problemMessage, useAddMember } from "#data";
import { FormDialog, FormFooter } from "#shell";
import { Button } from "#ui/button";
import { DialogFooter } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Pick } from "../rules/pick.tsx";
import { CopyField } from "./copy-field.tsx";
import { ROLE_WORDS } from "./roles.ts";

const NewMember = z.object({
  email: z.email("Enter an email address, such as ada@example.com."),
  role: z.enum(["owner", "editor", "viewer"]),
});

export function AddMemberDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <FormDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Add a member"
      text="Sojourn sends no invitation. You get a link to pass on."
    >
      <MemberForm onClose={onClose} />
    </FormDialog>
  );
}

function MemberForm({ onClose }: { onClose: () => void }) {
  const add = useAddMember();
  const { register, control, handleSubmit, formState } = useForm<z.infer<typeof NewMember>>({
    resolver: zodResolver(NewMember),
    defaultValues: { email: "", role: "editor" },
  });
  if (add.data) return <Added member={add.data} onClose={onClose} />;
  return (
    <form onSubmit={handleSubmit((values) => add.mutate(values))} noValidate className="grid gap-4">
      <Field label="Email" error={formState.errors.email?.message}>
        {(field) => <Input type="email" autoComplete="off" {...field} {...register("email")} />}
      </Field>
      <Controller
        control={control}
        name="role"
        render={({ field }) => <Pick label="Role" value={field.value} options={ROLE_WORDS} onChange={field.onChange} />}
      />
      <FormFooter failure={add.error ? problemMessage(add.error) : null} busy={add.isPending} onCancel={onClose}>
        Add member
      </FormFooter>
    </form>
  );
}

function Added({ member, onClose }: { member: InvitedMember; onClose: () => void }) {
  const { email, signInLink, invitationLink } = member;
  const text = signInLink
    ? `${email} is a member now. Send them this link; it signs them in once and is valid for a day.`
    : `${email} already has an account. Send them this invitation; they can accept it within a week, once signed in.`;
  return (
    <div className="grid gap-4">
      <p className="text-ui">{text}</p>
      <CopyField
        label={signInLink ? "the sign-in link" : "the invitation"}
        value={signInLink ?? invitationLink ?? ""}
      />
      <DialogFooter>
        <Button onClick={onClose}>Done</Button>
      </DialogFooter>
    </div>
  );
}
