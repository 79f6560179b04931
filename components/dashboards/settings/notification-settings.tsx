"use client";
import { type FormEvent, useState } from "react";
import {
  type Me,
  type NotificationSettings as Notifications,
  problemMessage,
  useNotices,
  useNotificationSettings,
  usePatchWorkspace,
} from "#data";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Skeleton } from "#ui/skeleton";
import { Textarea } from "#ui/textarea";
import { toast } from "#ui/toaster";
import { Pick } from "../rules/pick.tsx";
import { NoticeList } from "./notice-list.tsx";

/** Who gets alerts by mail and webhook, and who gets the weekly report. */
export function NotificationSettings({ me }: { me: Me }) {
  const settings = useNotificationSettings();
  const mayRead = me.role !== "viewer";
  const notices = useNotices(mayRead);
  if (settings.error) return <Notice tone="destructive">{problemMessage(settings.error)}</Notice>;
  if (!settings.data) return <Skeleton className="h-72 max-w-2xl" />;
  return (
    <>
      <NotificationForm
        key={JSON.stringify(settings.data)}
        settings={settings.data}
        mayEdit={me.role === "owner"}
        timezone={me.workspace.timezone}
      />
      {mayRead && notices.data ? <NoticeList notices={notices.data} /> : null}
    </>
  );
}

const WEEKDAYS: Readonly<Record<string, string>> = {
  "0": "Never",
  "1": "Monday",
  "2": "Tuesday",
  "3": "Wednesday",
  "4": "Thursday",
  "5": "Friday",
  "6": "Saturday",
  "7": "Sunday",
};
const HOURS = Object.fromEntries(
  Array.from({ length: 24 }, (_, hour) => [String(hour), `${String(hour).padStart(2, "0")}:00`]),
);

const addressesOf = (text: string) => text.split(/[\s,;]+/).filter((address) => address !== "");

type NotificationFormProps = { settings: Notifications; mayEdit: boolean; timezone: string };

function NotificationForm({ settings: { alerts, report }, mayEdit, timezone }: NotificationFormProps) {
  const [emails, setEmails] = useState(alerts.emails.join("\n"));
  const [webhookUrl, setWebhookUrl] = useState(alerts.webhookUrl ?? "");
  const [weekday, setWeekday] = useState(String(report?.weekday ?? 0));
  const [hour, setHour] = useState(String(report?.hour ?? 8));
  const [readers, setReaders] = useState((report?.emails ?? alerts.emails).join("\n"));
  const patch = usePatchWorkspace();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = { weekday: Number(weekday), hour: Number(hour), emails: addressesOf(readers) };
    const notifications = {
      // What the form does not show, such as muted codes, stays.
      alerts: { ...alerts, emails: addressesOf(emails), webhookUrl: webhookUrl.trim() || null },
      report: weekday === "0" ? null : asked,
    };
    patch.mutate({ settings: { notifications } }, { onSuccess: () => toast.success("Saved.") });
  };
  return (
    <Card className="max-w-2xl" aria-labelledby="notifications-title">
      <CardHeader>
        <CardTitle id="notifications-title">Alerts and reports</CardTitle>
        <CardDescription>
          Alerts tell when a journey fails, is overdue, goes quiet, or has far more or fewer entries than in the four
          weeks before. Each recipient gets the same alert at most once a day.
        </CardDescription>
      </CardHeader>
      <form onSubmit={submit} noValidate>
        <CardContent className="grid gap-4">
          <Field label="Mail alerts to" hint="One address a line, 20 at most.">
            {(control) => (
              <Textarea
                {...control}
                rows={3}
                value={emails}
                readOnly={!mayEdit}
                onChange={({ target }) => setEmails(target.value)}
              />
            )}
          </Field>
          <Field
            label="Call with alerts"
            hint="A web address; signed after Standard Webhooks if the workspace has a secret."
          >
            {(control) => (
              <Input
                {...control}
                type="url"
                inputMode="url"
                placeholder="https://"
                value={webhookUrl}
                readOnly={!mayEdit}
                onChange={({ target }) => setWebhookUrl(target.value)}
              />
            )}
          </Field>
          <fieldset className="grid gap-3" disabled={!mayEdit}>
            <legend className="mb-2 font-medium text-ui">Weekly report ({timezone})</legend>
            <div className="flex flex-wrap gap-2">
              <Pick
                label="Day of the report"
                value={weekday}
                options={WEEKDAYS}
                onChange={setWeekday}
                className="w-40"
              />
              {weekday === "0" ? null : (
                <Pick label="Hour of the report" value={hour} options={HOURS} onChange={setHour} className="w-28" />
              )}
            </div>
            {weekday === "0" ? null : (
              <Field label="Mail the report to" hint="One address a line, 20 at most.">
                {(control) => (
                  <Textarea
                    {...control}
                    rows={3}
                    value={readers}
                    readOnly={!mayEdit}
                    onChange={({ target }) => setReaders(target.value)}
                  />
                )}
              </Field>
            )}
          </fieldset>
          {patch.error ? <Notice tone="destructive">{problemMessage(patch.error)}</Notice> : null}
          {mayEdit ? null : <p className="text-muted-foreground text-ui">Only owners change this.</p>}
        </CardContent>
        {mayEdit ? (
          <CardFooter>
            <Button type="submit" busy={patch.isPending}>
              Save notifications
            </Button>
          </CardFooter>
        ) : null}
      </form>
    </Card>
  );
}
