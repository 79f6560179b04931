import type { ComponentProps } from "react";
import { cn } from "./cn.tsx";
import { controlClasses } from "./control-classes.tsx";

export function Input({ className, type, ...props }: ComponentProps<"input">) {
  return (
    <input
      type={type ?? "text"}
      className={cn(
        controlClasses,
        type === "file" ? "h-auto py-1.5 file:border-0 file:bg-transparent" : "h-8",
        className,
      )}
      {...props}
    />
  );
}
