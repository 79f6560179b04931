"use client";
import { FilePlus2 } from "lucide-react";
import { RadioGroup as RadioPrimitive } from "radix-ui";
import { useId, useState } from "react";
import { type JourneyTemplate, templates } from "#journey/templates";
import { Badge } from "#ui/badge";
import { Input } from "#ui/input";
import { findTemplates } from "./find-templates.ts";
import { TemplatePicture } from "./template-picture.tsx";

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
  const [search, setSearch] = useState("");
  const found = findTemplates(search);
  const choose = (key: string) => onChange(templates.find((template) => template.key === key) ?? null);
  return (
    <div className="grid content-start gap-1.5">
      <p id={id} className="font-medium text-ui">
        Start from
      </p>
      <Input
        type="search"
        aria-label="Search the templates"
        placeholder={`Search ${templates.length} templates`}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <RadioPrimitive.Root
        aria-labelledby={id}
        value={value?.key ?? "blank"}
        onValueChange={choose}
        className="-mx-1 grid h-80 content-start gap-1.5 overflow-y-auto px-1 pb-1"
      >
        <RadioPrimitive.Item value="blank" className={choiceClasses}>
          <FilePlus2 className="mt-0.5 size-4 shrink-0 text-muted-foreground" aria-hidden />
          <span className="grid gap-0.5">
            <span className="font-medium text-ui">Blank</span>
            <span className="text-muted-foreground text-xs leading-5">An empty canvas.</span>
          </span>
        </RadioPrimitive.Item>
        {found.map((template) => (
          <RadioPrimitive.Item key={template.key} value={template.key} className={choiceClasses}>
            <TemplatePicture template={template} className="h-16 w-14 rounded-md bg-muted/50 p-1" />
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
      <p aria-live="polite" className="text-muted-foreground text-xs">
        {search.trim() === ""
          ? ""
          : found.length === 1
            ? "1 template found"
            : `${found.length || "No"} templates found`}
      </p>
    </div>
  );
}
