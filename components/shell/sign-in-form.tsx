"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useCallback, useState } from "react";
import { ApiProblem, getSecondFactor, problemMessage, signIn } from "#data";
import { BUTTON, BUTTON_SIZES, BUTTON_VARIANTS } from "#ui/button-classes";
import { PlainButton, PlainField, PlainNotice } from "./plain-parts.tsx";
import { safeNext } from "./safe-next.ts";
import { SecondFactorForm } from "./second-factor-form.tsx";
import { refusalWords } from "./sign-on-refusals.ts";

type Errors = { email: string | null; password: string | null };

const NONE: Errors = { email: null, password: null };

/** The server decides whether it is an address; here only what nobody can mean is refused. */
function check(email: string, password: string): Errors {
  return {
    email: /^\S+@\S+\.\S+$/.test(email) ? null : "Enter your email address, such as ada@example.com.",
    password: password === "" ? "Enter your password." : null,
  };
}

function refusal(error: unknown): string {
  if (error instanceof ApiProblem && error.status === 401) return "Wrong email or password.";
  return problemMessage(error);
}

/** Without a library for forms: this page is the first that somebody loads, and it has two fields. */
type SignInProps = {
  next: string | null;
  step: string | null;
  /** Why the identity provider's answer was not taken. */
  refused: string | null;
  /** The name of the identity provider, if there is one. */
  signOn: string | null;
};

export function SignInForm({ next, step, refused, signOn }: SignInProps) {
  const router = useRouter();
  const [isSecond, setSecond] = useState(step === "second-factor");
  const goOn = useCallback(() => router.replace(safeNext(next)), [router, next]);
  const [errors, setErrors] = useState(NONE);
  const [failure, setFailure] = useState<string | null>(refused === null ? null : refusalWords(refused));
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const [email, password] = ["email", "password"].map((name) => String(new FormData(form).get(name) ?? ""));
    const found = check(email ?? "", password ?? "");
    setErrors(found);
    setFailure(null);
    const wrong = found.email ? "email" : found.password ? "password" : null;
    if (wrong) return form.querySelector<HTMLInputElement>(`[name=${wrong}]`)?.focus();
    setBusy(true);
    try {
      await signIn(email ?? "", password ?? "");
      if ((await getSecondFactor()).isPending) setSecond(true);
      else goOn();
    } catch (error) {
      setFailure(refusal(error));
      setBusy(false);
    }
  };
  if (isSecond) return <SecondFactorForm onGiven={goOn} />;
  const clear = (name: keyof Errors) => () => setErrors((last) => (last[name] ? { ...last, [name]: null } : last));
  return (
    <form method="post" onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
      <h1 className="font-semibold text-lg">Sign in</h1>
      {failure ? <PlainNotice>{failure}</PlainNotice> : null}
      <PlainField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        error={errors.email}
        onChange={clear("email")}
      />
      <PlainField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        error={errors.password}
        onChange={clear("password")}
      />
      <PlainButton type="submit" busy={busy}>
        Sign in
      </PlainButton>
      {signOn ? (
        <a
          href={`/api/auth/sso?next=${encodeURIComponent(safeNext(next))}`}
          className={`${BUTTON} ${BUTTON_VARIANTS.outline} ${BUTTON_SIZES.lg}`}
        >
          Sign in with {signOn}
        </a>
      ) : null}
      <p className="text-muted-foreground text-xs leading-5">
        First time here? Open the one-time link that Sojourn printed in the terminal at start.
      </p>
    </form>
  );
}
