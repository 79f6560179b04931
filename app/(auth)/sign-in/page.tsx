import type { Metadata } from "next";
import { signOnName } from "#services/sign-on";
import { SignInForm } from "#shell";

export const metadata: Metadata = { title: "Sign in" };

type Search = { next?: string; step?: string; refused?: string };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { next, step, refused } = await searchParams;
  const signOn = signOnName();
  return <SignInForm next={next ?? null} step={step ?? null} refused={refused ?? null} signOn={signOn} />;
}
