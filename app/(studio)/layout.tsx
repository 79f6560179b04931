import { type ReactNode, Suspense } from "react";
import { StudioFrame } from "#shell";

/** The frame is made when building; pages that read the address's query are drawn inside it in the browser. */
export default function StudioLayout({ children }: { children: ReactNode }) {
  return (
    <StudioFrame>
      <Suspense>{children}</Suspense>
    </StudioFrame>
  );
}
