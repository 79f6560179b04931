import type { Metadata } from "next";
import { SignInForm } from "#shell";

export const metadata: Metadata = { title: "Sign in" };

type Search = { next?: string; step?: string };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { next, step } = await searchParams;
  return <SignInForm next={next ?? null} step={step ?? null} />;
}
