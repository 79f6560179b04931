"use client";
import { ScrollArea as ScrollPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn.tsx";

export function ScrollArea({ className, children, ...props }: ComponentProps<typeof ScrollPrimitive.Root>) {
  return (
    <ScrollPrimitive.Root className={cn("relative overflow-hidden", className)} {...props}>
      <ScrollPrimitive.Viewport className="size-full rounded-[inherit]" tabIndex={0}>
        {children}
      </ScrollPrimitive.Viewport>
      <ScrollPrimitive.Scrollbar orientation="vertical" className="flex w-2 touch-none select-none p-px">
        <ScrollPrimitive.Thumb className="relative flex-1 rounded-full bg-input" />
      </ScrollPrimitive.Scrollbar>
    </ScrollPrimitive.Root>
  );
}
