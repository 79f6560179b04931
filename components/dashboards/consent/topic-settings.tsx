"use client";
import { Plus, Tags } from "lucide-react";
import { useState } from "react";
import { problemMessage, type Topic, useSaveTopic, useTopics } from "#data";
import { EmptyState, PageError } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Skeleton } from "#ui/skeleton";
import { toast } from "#ui/toaster";
import { TopicDialog } from "./topic-dialog.tsx";

export function TopicSettings({ mayEdit }: { mayEdit: boolean }) {
  const topics = useTopics();
  const [asked, setAsked] = useState<Topic | "new" | null>(null);
  return (
    <Card className="max-w-3xl" aria-labelledby="topics-title">
      <CardHeader>
        <CardTitle id="topics-title">Topics</CardTitle>
        {mayEdit ? (
          <Button variant="outline" size="sm" onClick={() => setAsked("new")}>
            <Plus aria-hidden /> New topic
          </Button>
        ) : null}
        <CardDescription>
          People subscribe to topics on their preference page. Content has one topic or none; without a topic it goes to
          everyone who did not unsubscribe from all marketing.
        </CardDescription>
      </CardHeader>
      <CardContent>
        {topics.error ? <PageError error={topics.error} onRetry={topics.refetch} /> : null}
        {topics.data ? (
          <Topics topics={topics.data} mayEdit={mayEdit} onEdit={setAsked} />
        ) : (
          <Skeleton className="h-24" />
        )}
      </CardContent>
      <TopicDialog topic={asked} onClose={() => setAsked(null)} />
    </Card>
  );
}

type TopicsProps = { topics: readonly Topic[]; mayEdit: boolean; onEdit: (topic: Topic) => void };

function Topics({ topics, mayEdit, onEdit }: TopicsProps) {
  if (topics.length === 0)
    return (
      <EmptyState
        icon={Tags}
        title="No topics"
        text="Without topics people unsubscribe from all marketing on a channel at once."
        className="py-8"
      />
    );
  return (
    <ul className="grid divide-y">
      {topics.map((topic) => (
        <li key={topic.id} className="flex flex-wrap items-center gap-2 py-2.5">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-2 font-medium text-ui">
              {topic.name}
              {topic.archived ? <Badge variant="outline">Archived</Badge> : null}
              {topic.doubleOptIn ? <Badge variant="secondary">Double opt-in</Badge> : null}
              {topic.defaultOn ? null : <Badge variant="outline">Off by default</Badge>}
            </p>
            <p className="text-muted-foreground text-xs">{topic.description ?? topic.key}</p>
          </div>
          {mayEdit ? <TopicActions topic={topic} onEdit={() => onEdit(topic)} /> : null}
        </li>
      ))}
    </ul>
  );
}

function TopicActions({ topic: { id, name, archived }, onEdit }: { topic: Topic; onEdit: () => void }) {
  const save = useSaveTopic();
  const move = () =>
    save.mutate({ id, archived: !archived }, { onError: (error) => toast.error(problemMessage(error)) });
  return (
    <div className="flex gap-1">
      {archived ? null : (
        <Button variant="ghost" size="sm" aria-label={`Edit ${name}`} onClick={onEdit}>
          Edit
        </Button>
      )}
      <Button
        variant="ghost"
        size="sm"
        busy={save.isPending}
        aria-label={`${archived ? "Restore" : "Archive"} ${name}`}
        onClick={move}
      >
        {archived ? "Restore" : "Archive"}
      </Button>
    </div>
  );
}
