"use client";
import { problemMessage, type SenderIdentity, useVerifySender } from "#data";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { CopyField } from "../copy-field.tsx";

/** The ways to show that an address is one's own. */
export function VerifyWays({ sender, isOwner }: { sender: SenderIdentity; isOwner: boolean }) {
  const { id, email, link, dns } = sender;
  const verify = useVerifySender();
  const button = (by: "link" | "dns" | "declaration", words: string) => (
    <Button
      variant="outline"
      size="sm"
      className="w-fit"
      busy={verify.isPending && verify.variables?.by === by}
      disabled={verify.isPending}
      onClick={() => verify.mutate({ id, by })}
    >
      {words}
    </Button>
  );
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <h3 className="font-medium text-ui">By a link in its inbox</h3>
        {link ? <LinkState email={email} link={link} /> : null}
        {button("link", link ? "Mail another link" : "Mail a link")}
      </div>
      <div className="grid gap-2">
        <h3 className="font-medium text-ui">By a TXT record of its domain</h3>
        <CopyField label="the name of the record" value={dns.name} />
        <CopyField label="the value of the record" value={dns.value} />
        {button("dns", "Check the record")}
      </div>
      {isOwner ? (
        <div className="grid gap-2">
          <h3 className="font-medium text-ui">On your word</h3>
          <p className="text-muted-foreground text-ui">
            For an address that your mail provider has verified already. The audit log keeps who said so.
          </p>
          {button("declaration", "Declare it verified")}
        </div>
      ) : null}
      {verify.error ? <Notice tone="destructive">{problemMessage(verify.error)}</Notice> : null}
    </div>
  );
}

function LinkState({ email, link }: { email: string; link: NonNullable<SenderIdentity["link"]> }) {
  if (link.status === "failed")
    return <Notice tone="destructive">{link.error ?? "The link could not be sent."}</Notice>;
  const words =
    link.status === "sent" ? `A link was mailed to ${email}. It works once, for two days.` : "The link is being sent …";
  return (
    <p role="status" className="text-muted-foreground text-ui">
      {words}
    </p>
  );
}
