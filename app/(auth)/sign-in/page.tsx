import type { Metadata } from "next";
import { SignInForm } from "#shell";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  return <SignInForm next={(await searchParams).next ?? null} />;
}
