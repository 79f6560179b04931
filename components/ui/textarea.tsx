import type { ComponentProps } from "react";
import { cn } from "./cn.tsx";
import { controlClasses } from "./control-classes.tsx";

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea className={cn(controlClasses, "field-sizing-content min-h-16 py-1.5", className)} {...props} />;
}
