"use client";
import { ChevronRight } from "lucide-react";
import { valueText } from "./value-text.ts";

/** The receipt of a decision, collapsed by default. */
export function Receipt({ receipt, cause }: { receipt: Record<string, unknown>; cause: string }) {
  const { seen, errors, ...rest } = receipt;
  const values = seen && typeof seen === "object" ? Object.entries(seen) : [];
  const problems = Array.isArray(errors) ? errors.map(String) : [];
  return (
    <details className="group/receipt text-xs">
      <summary className="inline-flex list-none items-center gap-1 rounded-sm text-muted-foreground transition-colors hover:text-foreground [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3 transition-transform group-open/receipt:rotate-90" />
        Receipt
      </summary>
      <dl className="mt-1.5 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 rounded-md border bg-muted/50 px-3 py-2 font-mono leading-5">
        <Entry name="cause" value={cause} />
        {Object.entries(rest).map(([name, value]) => (
          <Entry key={name} name={name} value={valueText(value)} />
        ))}
        {values.map(([name, value]) => (
          <Entry key={`seen ${name}`} name={`saw ${name}`} value={valueText(value)} />
        ))}
        {problems.map((problem) => (
          <Entry key={problem} name="error" value={problem} />
        ))}
      </dl>
    </details>
  );
}

function Entry({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="min-w-0 break-words">{value}</dd>
    </>
  );
}
