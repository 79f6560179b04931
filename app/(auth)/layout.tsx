import type { ReactNode } from "react";
import { AuthFrame } from "#shell";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <AuthFrame>{children}</AuthFrame>;
}
