"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { ApiProblem, problemMessage, signIn } from "#data";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Notice } from "./notice.tsx";
import { safeNext } from "./safe-next.ts";

const Credentials = z.object({
  email: z.email("Enter your email address, such as ada@example.com."),
  password: z.string().min(1, "Enter your password."),
});

function refusal(error: unknown): string {
  if (error instanceof ApiProblem && error.status === 401) return "Wrong email or password.";
  if (error instanceof ApiProblem && error.status === 429) return "Too many attempts. Wait a minute and try again.";
  return problemMessage(error);
}

export function SignInForm({ next }: { next: string | null }) {
  const router = useRouter();
  const client = useQueryClient();
  const [failure, setFailure] = useState<string | null>(null);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(Credentials),
    defaultValues: { email: "", password: "" },
  });
  const submit = handleSubmit(async ({ email, password }) => {
    setFailure(null);
    try {
      await signIn(email, password);
      client.clear();
      router.replace(safeNext(next));
    } catch (error) {
      setFailure(refusal(error));
    }
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <h1 className="font-semibold text-lg">Sign in</h1>
      {failure ? <Notice tone="destructive">{failure}</Notice> : null}
      <Field label="Email" error={formState.errors.email?.message}>
        {(control) => (
          <Input type="email" autoComplete="username" {...control} {...register("email")} className="h-9" />
        )}
      </Field>
      <Field label="Password" error={formState.errors.password?.message}>
        {(control) => (
          <Input
            type="password"
            autoComplete="current-password"
            {...control}
            {...register("password")}
            className="h-9"
          />
        )}
      </Field>
      <Button type="submit" size="lg" busy={formState.isSubmitting}>
        Sign in
      </Button>
      <p className="text-muted-foreground text-xs leading-5">
        First time here? Open the one-time link that Sojourn printed in the terminal at start.
      </p>
    </form>
  );
}
