"use client";
import { FilePlus2, Route } from "lucide-react";
import { RadioGroup as RadioPrimitive } from "radix-ui";
import { useId } from "react";
import { type JourneyTemplate, templates } from "#journey/templates";
import { Badge } from "#ui/badge";

const choiceClasses =
  "flex w-full items-start gap-2.5 rounded-lg border bg-card p-2.5 text-left transition-colors hover:bg-muted/60 data-[state=checked]:border-primary data-[state=checked]:bg-primary-soft/60";

export function TemplatePicker({
  value,
  onChange,
}: {
  value: JourneyTemplate | null;
  onChange: (template: JourneyTemplate | null) => void;
}) {
  const id = useId();
  const choose = (key: string) => onChange(templates.find((template) => template.key === key) ?? null);
  return (
    <div className="grid content-start gap-1.5">
      <p id={id} className="font-medium text-ui">
        Start from
      </p>
      <RadioPrimitive.Root
        aria-labelledby={id}
        value={value?.key ?? "blank"}
        onValueChange={choose}
        className="-mx-1 grid max-h-80 gap-1.5 overflow-y-auto px-1 pb-1"
      >
        <RadioPrimitive.Item value="blank" className={choiceClasses}>
          <FilePlus2 className="mt-0.5 size-4 shrink-0 text-muted-foreground" aria-hidden />
          <span className="grid gap-0.5">
            <span className="font-medium text-ui">Blank</span>
            <span className="text-muted-foreground text-xs leading-5">An empty canvas.</span>
          </span>
        </RadioPrimitive.Item>
        {templates.map((template) => (
          <RadioPrimitive.Item key={template.key} value={template.key} className={choiceClasses}>
            <Route className="mt-0.5 size-4 shrink-0 text-muted-foreground" aria-hidden />
            <span className="grid flex-1 gap-0.5">
              <span className="flex items-center justify-between gap-2 font-medium text-ui">
                {template.name}
                <Badge variant="outline">{template.category}</Badge>
              </span>
              <span className="text-muted-foreground text-xs leading-5">{template.description}</span>
            </span>
          </RadioPrimitive.Item>
        ))}
      </RadioPrimitive.Root>
    </div>
  );
}
