"use client";
import { useState } from "react";
import { problemMessage, type Session, useEndOtherSessions, useEndSession, useSessions } from "#data";
import { Ago, PageError, Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "#ui/card";
import { Skeleton } from "#ui/skeleton";
import { toast } from "#ui/toaster";

/** Where the member is signed in, and signing out there. */
export function SessionsCard() {
  const sessions = useSessions();
  const [asking, setAsking] = useState(false);
  if (sessions.error) return <PageError error={sessions.error} onRetry={sessions.refetch} />;
  const others = sessions.data?.filter((session) => !session.isCurrent).length ?? 0;
  return (
    <Card className="max-w-2xl" aria-labelledby="sessions-title">
      <CardHeader>
        <CardTitle id="sessions-title">Where you are signed in</CardTitle>
        <CardDescription>Sign out where you do not know the device, and change your password.</CardDescription>
      </CardHeader>
      <CardContent>
        {sessions.data ? (
          <ul className="grid divide-y" aria-labelledby="sessions-title">
            {sessions.data.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        ) : (
          <Skeleton className="h-24" />
        )}
      </CardContent>
      {others > 0 ? (
        <CardFooter>
          <Button variant="outline" onClick={() => setAsking(true)}>
            Sign out everywhere else
          </Button>
        </CardFooter>
      ) : null}
      <EndOthersDialog open={asking} others={others} onClose={() => setAsking(false)} />
    </Card>
  );
}

function SessionRow({ session }: { session: Session }) {
  const end = useEndSession();
  const { id, device, address, lastSeenAt, isCurrent } = session;
  const signOut = () => end.mutate(id, { onError: (error) => toast.error(problemMessage(error)) });
  return (
    <li className="flex items-center justify-between gap-3 py-2.5">
      <div className="min-w-0">
        <p className="truncate font-medium text-ui">
          {device}
          {isCurrent ? <span className="font-normal text-muted-foreground"> (this device)</span> : null}
        </p>
        <p className="text-muted-foreground text-xs">
          {address ? `${address} · ` : null}last seen <Ago at={lastSeenAt} />
        </p>
      </div>
      {isCurrent ? null : (
        <Button variant="ghost" size="sm" busy={end.isPending} onClick={signOut} aria-label={`Sign out ${device}`}>
          Sign out
        </Button>
      )}
    </li>
  );
}

type EndOthersProps = { open: boolean; others: number; onClose: () => void };

function EndOthersDialog({ open, others, onClose }: EndOthersProps) {
  const end = useEndOtherSessions();
  const confirm = () =>
    end.mutate(undefined, {
      onSuccess: (ended) => {
        onClose();
        toast.success(ended === 1 ? "Signed out on 1 device." : `Signed out on ${ended} devices.`);
      },
      onError: (error) => toast.error(problemMessage(error)),
    });
  return (
    <AlertDialog open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialogContent>
        <Question
          title="Sign out everywhere else?"
          text={`${others === 1 ? "1 other device is" : `${others} other devices are`} signed out within seconds, programs with a token too. Keys keep working.`}
          confirm="Sign out"
          destructive
          busy={end.isPending}
          onConfirm={confirm}
        />
      </AlertDialogContent>
    </AlertDialog>
  );
}
