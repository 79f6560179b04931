"use client";
import { useState } from "react";
import { useClientFile } from "#data";
import { stub } from "#sdk/browser";
import { Notice } from "#shell";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Skeleton } from "#ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs";
import { CodeBlock } from "../settings/copy-field.tsx";
import {
  INSTALL_WAYS,
  type Installed,
  type InstallWay,
  npmLines,
  pinnedTag,
  policyLines,
  reactLines,
  WAY_WORDS,
} from "./install-snippets.ts";

/** The lines to copy, in each way that a page can have the client. */
export function InstallLines({ baseUrl, siteKey }: { baseUrl: string; siteKey: string }) {
  const [way, setWay] = useState<InstallWay>("tag");
  const installed = { baseUrl, key: siteKey };
  return (
    <Card aria-labelledby="install-lines">
      <CardHeader>
        <CardTitle id="install-lines">1. Copy the lines</CardTitle>
        <CardDescription>Under 4 KB, and nothing waits for it.</CardDescription>
      </CardHeader>
      <CardContent className="grid grid-cols-1 gap-5">
        <Tabs value={way} onValueChange={(next) => setWay(INSTALL_WAYS.find((one) => one === next) ?? "tag")}>
          <TabsList className="overflow-x-auto overflow-y-hidden">
            {INSTALL_WAYS.map((one) => (
              <TabsTrigger key={one} value={one}>
                {WAY_WORDS[one].label}
              </TabsTrigger>
            ))}
          </TabsList>
          {INSTALL_WAYS.map((one) => (
            <TabsContent key={one} value={one} className="grid grid-cols-1 gap-2">
              <p className="max-w-prose text-pretty text-muted-foreground text-ui">{WAY_WORDS[one].says}</p>
              <Lines way={one} installed={installed} />
            </TabsContent>
          ))}
        </Tabs>
        <div className="grid grid-cols-1 gap-1.5">
          <h3 className="font-medium text-ui">If your pages have a content security policy</h3>
          <CodeBlock label="the policy" code={policyLines(installed)} />
        </div>
      </CardContent>
    </Card>
  );
}

function Lines({ way, installed }: { way: InstallWay; installed: Installed }) {
  if (way === "pinned") return <PinnedLines installed={installed} />;
  const { baseUrl, key } = installed;
  const code = { tag: () => stub(key, baseUrl), npm: () => npmLines(installed), react: () => reactLines(installed) };
  return <CodeBlock label={`the lines: ${WAY_WORDS[way].label}`} code={code[way]()} />;
}

function PinnedLines({ installed }: { installed: Installed }) {
  const file = useClientFile();
  if (file.error) return <Notice tone="destructive">The file of the client cannot be found. Is the build done?</Notice>;
  if (!file.data) return <Skeleton className="h-28" />;
  return <CodeBlock label="the lines with integrity" code={pinnedTag(installed, file.data)} />;
}
