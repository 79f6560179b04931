"use client";
import { useState } from "react";
import { connectSignOn, type Me } from "#data";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "#ui/dialog";
import { ConfirmByPassword } from "./confirm-dialog.tsx";

/** Connecting the own account with the installation's identity provider; nothing where there is none. */
export function SignOnCard({ me }: { me: Me }) {
  const [connecting, setConnecting] = useState(false);
  if (!me.signOn) return null;
  const { name } = me.signOn;
  const connect = async (password: string) => {
    window.location.assign(await connectSignOn(password));
    return null;
  };
  return (
    <Card className="max-w-2xl" aria-labelledby="sign-on-title">
      <CardHeader>
        <CardTitle id="sign-on-title">Sign in with {name}</CardTitle>
        <CardDescription>
          {me.user.hasSignOn ? "Your account is connected." : "Connect your account, then you need no password here."}
        </CardDescription>
      </CardHeader>
      {me.user.hasSignOn ? null : (
        <CardContent>
          <Button variant="outline" onClick={() => setConnecting(true)}>
            Connect
          </Button>
        </CardContent>
      )}
      <Dialog open={connecting} onOpenChange={setConnecting}>
        <DialogContent>
          <DialogHeader>
            <DialogTitle>Connect with {name}</DialogTitle>
            <DialogDescription>You sign in there, and come back here.</DialogDescription>
          </DialogHeader>
          <ConfirmByPassword
            hasPassword={me.user.hasPassword}
            confirm="Connect"
            act={connect}
            onDone={() => undefined}
            onClose={() => setConnecting(false)}
          />
        </DialogContent>
      </Dialog>
    </Card>
  );
}
