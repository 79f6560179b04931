"use client";
import { Popover as PopoverPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn.tsx";
import { menuContentClasses } from "./menu-classes.tsx";

export const Popover = PopoverPrimitive.Root;
export const PopoverTrigger = PopoverPrimitive.Trigger;
export const PopoverAnchor = PopoverPrimitive.Anchor;
export const PopoverClose = PopoverPrimitive.Close;

export function PopoverContent({
  className,
  sideOffset,
  align,
  ...props
}: ComponentProps<typeof PopoverPrimitive.Content>) {
  return (
    <PopoverPrimitive.Portal>
      <PopoverPrimitive.Content
        align={align ?? "start"}
        sideOffset={sideOffset ?? 4}
        className={cn(menuContentClasses, "w-72 p-3 outline-none", className)}
        {...props}
      />
    </PopoverPrimitive.Portal>
  );
}
