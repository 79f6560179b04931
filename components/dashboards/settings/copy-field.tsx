"use client";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "#ui/button";

/** A value to copy, in full. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <div className="flex min-w-0 items-center gap-2 rounded-md border bg-muted/50 py-1 pr-1 pl-3">
      <code className="min-w-0 flex-1 break-all font-mono text-xs">{value}</code>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={copied ? "Copied" : `Copy ${label}`}
        onClick={() => void copy()}
      >
        {copied ? <Check /> : <Copy />}
      </Button>
    </div>
  );
}

/** Code to copy, with its line breaks. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <div className="relative">
      <pre className="whitespace-pre-wrap break-words rounded-lg border bg-muted/50 p-4 pr-12 font-mono text-xs leading-5">
        {code}
      </pre>
      <Button
        variant="ghost"
        size="icon-sm"
        className="absolute top-2 right-2"
        aria-label={copied ? "Copied" : `Copy ${label}`}
        onClick={() => void copy()}
      >
        {copied ? <Check /> : <Copy />}
      </Button>
    </div>
  );
}
