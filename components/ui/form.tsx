"use client";
import { Slot } from "radix-ui";
import { type ComponentProps, createContext, use, useId } from "react";
import {
  Controller,
  type ControllerProps,
  type FieldPath,
  type FieldValues,
  FormProvider,
  useFormContext,
  useFormState,
} from "react-hook-form";
import { cn } from "./cn.tsx";
import { Label } from "./label.tsx";

export const Form = FormProvider;

const NameContext = createContext("");
const IdContext = createContext("");

export function FormField<Values extends FieldValues, Name extends FieldPath<Values>, Output = Values>(
  props: ControllerProps<Values, Name, Output>,
) {
  return (
    <NameContext value={props.name}>
      <Controller {...props} />
    </NameContext>
  );
}

function useField() {
  const name = use(NameContext);
  const id = use(IdContext);
  const { getFieldState } = useFormContext();
  const { error } = getFieldState(name, useFormState({ name }));
  return { id, error, hintId: `${id}-hint`, messageId: `${id}-message` };
}

export function FormItem({ className, ...props }: ComponentProps<"div">) {
  return (
    <IdContext value={useId()}>
      <div className={cn("grid gap-1.5", className)} {...props} />
    </IdContext>
  );
}

export function FormLabel(props: ComponentProps<typeof Label>) {
  return <Label htmlFor={useField().id} {...props} />;
}

export function FormControl(props: ComponentProps<typeof Slot.Root>) {
  const { id, error, hintId, messageId } = useField();
  return (
    <Slot.Root
      id={id}
      aria-describedby={error ? `${hintId} ${messageId}` : hintId}
      aria-invalid={error ? true : undefined}
      {...props}
    />
  );
}

export function FormDescription({ className, ...props }: ComponentProps<"p">) {
  return <p id={useField().hintId} className={cn("text-muted-foreground text-xs leading-5", className)} {...props} />;
}

export function FormMessage({ className, children, ...props }: ComponentProps<"p">) {
  const { error, messageId } = useField();
  const text = error?.message ?? error?.root?.message ?? children;
  if (!text) return null;
  return (
    <p id={messageId} role="alert" className={cn("text-destructive-ink text-xs leading-5", className)} {...props}>
      {text}
    </p>
  );
}
