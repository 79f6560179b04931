"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { ApiProblem, changePassword, keys, type Me, problemMessage, setFirstPassword } from "#data";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { toast } from "#ui/toaster";

/** The server knows the rules and the list of common passwords. */
const password = z.string().min(1, "Enter a password.");
const First = z.object({
  email: z.email("Enter an email address, such as ada@example.com."),
  name: z.string().trim().max(120),
  password,
});
const Change = z.object({ current: z.string().min(1, "Enter your current password."), password });

const passwordHint = ({ user }: Me): string =>
  user.hasSecondFactor ? "At least 8 characters." : "At least 15 characters, such as a few words in a row.";

export function AccountSettings({ me }: { me: Me }) {
  return me.user.hasPassword ? <ChangePassword me={me} /> : <FirstPasswordForm me={me} />;
}

/** After the one-time link: an address and a password to come back with. */
function FirstPasswordForm({ me }: { me: Me }) {
  const client = useQueryClient();
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: zodResolver(First),
    defaultValues: {
      email: me.user.email.endsWith(".local") || me.user.email.endsWith(".invalid") ? "" : me.user.email,
      name: me.user.name,
      password: "",
    },
  });
  const { errors } = formState;
  const submit = handleSubmit(async ({ email, name, password }) => {
    try {
      await setFirstPassword({ email, password, ...(name ? { name } : {}) });
      toast.success("You can sign in with it from now on.");
      await client.invalidateQueries({ queryKey: keys.me });
    } catch (error) {
      const isPassword = error instanceof ApiProblem && error.errors[0]?.field === "password";
      setError(isPassword ? "password" : "email", { message: problemMessage(error) });
    }
  });
  return (
    <Card className="max-w-2xl" aria-labelledby="account-title">
      <CardHeader>
        <CardTitle id="account-title">Set an email address and a password</CardTitle>
        <CardDescription>
          You signed in with a one-time link. Without a password you need a new link to come back.
        </CardDescription>
      </CardHeader>
      <form onSubmit={submit} noValidate>
        <CardContent className="grid gap-4">
          <Field label="Email" error={errors.email?.message}>
            {(control) => <Input type="email" autoComplete="username" {...control} {...register("email")} />}
          </Field>
          <Field label="Name" error={errors.name?.message}>
            {(control) => <Input autoComplete="name" {...control} {...register("name")} />}
          </Field>
          <Field label="Password" hint={passwordHint(me)} error={errors.password?.message}>
            {(control) => <Input type="password" autoComplete="new-password" {...control} {...register("password")} />}
          </Field>
        </CardContent>
        <CardFooter>
          <Button type="submit" busy={formState.isSubmitting}>
            Save
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}

function ChangePassword({ me }: { me: Me }) {
  const { register, handleSubmit, formState, setError, reset } = useForm({
    resolver: zodResolver(Change),
    defaultValues: { current: "", password: "" },
  });
  const { errors } = formState;
  const submit = handleSubmit(async (values) => {
    try {
      await changePassword(values.current, values.password);
      reset();
      toast.success("Changed. Other devices are signed out.");
    } catch (error) {
      const isNew = error instanceof ApiProblem && error.errors[0]?.field === "newPassword";
      setError(isNew ? "password" : "current", { message: problemMessage(error) });
    }
  });
  return (
    <Card className="max-w-2xl" aria-labelledby="account-title">
      <CardHeader>
        <CardTitle id="account-title">Password</CardTitle>
        <CardDescription>Signed in as {me.user.email}.</CardDescription>
      </CardHeader>
      <form onSubmit={submit} noValidate>
        <CardContent className="grid gap-4">
          <Field label="Current password" error={errors.current?.message}>
            {(control) => (
              <Input type="password" autoComplete="current-password" {...control} {...register("current")} />
            )}
          </Field>
          <Field label="New password" hint={passwordHint(me)} error={errors.password?.message}>
            {(control) => <Input type="password" autoComplete="new-password" {...control} {...register("password")} />}
          </Field>
        </CardContent>
        <CardFooter>
          <Button type="submit" busy={formState.isSubmitting}>
            Change password
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}
