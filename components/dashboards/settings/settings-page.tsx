"use client";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useMe } from "#data";
import { Page } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs";
import { ConsentSettings } from "../consent/consent-settings.tsx";
import { SendingPolicySettings } from "../sending-policies/policies-settings.tsx";
import { SecondFactorCard } from "./account/second-factor-card.tsx";
import { SecondFactorPolicy } from "./account/second-factor-policy.tsx";
import { SessionsCard } from "./account/sessions-card.tsx";
import { SignOnCard } from "./account/sign-on-card.tsx";
import { AccountSettings } from "./account-settings.tsx";
import { ArchiveSettings } from "./archive-settings.tsx";
import { AuditLog } from "./audit-log/audit-log.tsx";
import { ChannelSettings } from "./channels/channel-settings.tsx";
import { KeySettings } from "./key-settings.tsx";
import { MaskingSettings } from "./masking-settings.tsx";
import { MemberSettings } from "./member-settings.tsx";
import { NotificationSettings } from "./notification-settings.tsx";
import { PlanPolicySettings } from "./plan-policy.tsx";
import { RetentionSettings } from "./retention-settings.tsx";
import { SenderSettings } from "./senders/sender-settings.tsx";
import { SiteSettings } from "./site-settings.tsx";
import { TemplateSettingsCard } from "./template-settings.tsx";
import { WorkspaceSettings } from "./workspace-settings.tsx";

const TABS = [
  "workspace",
  "senders",
  "channels",
  "consent",
  "policies",
  "notifications",
  "sites",
  "keys",
  "members",
  "personal-data",
  "audit-log",
  "account",
] as const;
const WORDS = {
  workspace: "Workspace",
  senders: "Senders",
  channels: "Channels",
  consent: "Consent",
  policies: "Sending policies",
  notifications: "Notifications",
  sites: "Sites",
  keys: "Secret keys",
  members: "Members",
  "personal-data": "Personal data",
  "audit-log": "Audit log",
  account: "Account",
};

export function SettingsPage() {
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(TABS).withDefault("workspace"));
  const { data: me } = useMe();
  return (
    <Page title="Settings">
      <Tabs
        value={tab}
        onValueChange={(next) => setTab(TABS.find((entry) => entry === next) ?? "workspace")}
        className="gap-6"
      >
        <TabsList className="overflow-x-auto overflow-y-hidden">
          {TABS.map((entry) => (
            <TabsTrigger key={entry} value={entry}>
              {WORDS[entry]}
            </TabsTrigger>
          ))}
        </TabsList>
        {me ? (
          <>
            <TabsContent value="workspace" className="grid grid-cols-1 gap-6">
              <WorkspaceSettings me={me} />
              <TemplateSettingsCard />
              <SecondFactorPolicy me={me} />
              <PlanPolicySettings me={me} />
            </TabsContent>
            <TabsContent value="senders">
              <SenderSettings me={me} />
            </TabsContent>
            <TabsContent value="channels">
              <ChannelSettings me={me} />
            </TabsContent>
            <TabsContent value="consent" className="grid grid-cols-1 gap-6">
              <ConsentSettings me={me} />
            </TabsContent>
            <TabsContent value="policies" className="grid grid-cols-1 gap-6">
              <SendingPolicySettings />
            </TabsContent>
            <TabsContent value="notifications" className="grid grid-cols-1 gap-6">
              <NotificationSettings me={me} />
            </TabsContent>
            <TabsContent value="sites">
              <SiteSettings me={me} />
            </TabsContent>
            <TabsContent value="keys">
              <KeySettings me={me} />
            </TabsContent>
            <TabsContent value="members">
              <MemberSettings me={me} />
            </TabsContent>
            <TabsContent value="personal-data" className="grid grid-cols-1 gap-6">
              <MaskingSettings me={me} />
              <RetentionSettings me={me} />
              <ArchiveSettings me={me} />
            </TabsContent>
            <TabsContent value="audit-log" className="grid grid-cols-1 gap-4">
              <AuditLog me={me} />
            </TabsContent>
            <TabsContent value="account" className="grid grid-cols-1 gap-6">
              <AccountSettings me={me} />
              <SecondFactorCard me={me} />
              <SignOnCard me={me} />
              <SessionsCard />
            </TabsContent>
          </>
        ) : (
          <Skeleton className="h-72" />
        )}
      </Tabs>
    </Page>
  );
}
