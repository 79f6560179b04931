"use client";
import { RadioGroup as RadioPrimitive } from "radix-ui";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn.tsx";

export function RadioGroup({ className, ...props }: ComponentProps<typeof RadioPrimitive.Root>) {
  return <RadioPrimitive.Root className={cn("grid gap-2", className)} {...props} />;
}

export function RadioGroupItem({ className, ...props }: ComponentProps<typeof RadioPrimitive.Item>) {
  return (
    <RadioPrimitive.Item
      className={cn(
        "grid size-4 shrink-0 place-content-center rounded-full border border-input bg-card shadow-raised disabled:opacity-50 data-[state=checked]:border-primary",
        className,
      )}
      {...props}
    >
      <RadioPrimitive.Indicator className="block size-2 rounded-full bg-primary" />
    </RadioPrimitive.Item>
  );
}

/** A choice with a sentence below its name; the whole card is its label. */
export function RadioCard({ value, title, children }: { value: string; title: ReactNode; children?: ReactNode }) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className="flex cursor-pointer items-start gap-3 rounded-lg border p-3 transition-colors hover:bg-muted/60 has-[[data-state=checked]]:border-primary has-[[data-state=checked]]:bg-primary-soft/50"
    >
      <RadioGroupItem id={id} value={value} className="mt-0.5" aria-describedby={`${id}-text`} />
      <span className="grid gap-0.5">
        <span className="font-medium text-ui">{title}</span>
        <span id={`${id}-text`} className="text-muted-foreground text-xs leading-5">
          {children}
        </span>
      </span>
    </label>
  );
}
