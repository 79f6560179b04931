import { type ReactNode, useId } from "react";

/** A named part of the panel. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-4">
      <h3 id={id} className="border-b pb-1.5 font-semibold text-ui">
        {title}
      </h3>
      {children}
    </section>
  );
}
