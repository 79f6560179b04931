import { type ReactNode, Suspense } from "react";
import { StudioFrame } from "#shell";

/** The frame is prerendered; pages that read the query are rendered inside it in the browser. */
export default function StudioLayout({ children }: { children: ReactNode }) {
  return (
    <StudioFrame>
      <Suspense>{children}</Suspense>
    </StudioFrame>
  );
}
