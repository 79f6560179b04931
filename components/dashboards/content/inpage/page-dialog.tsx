"use client";
import { ExternalLink } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import {
  ApiProblem,
  fieldOf,
  type PickedElement,
  type PreviewLink,
  problemMessage,
  useMakePreviewLink,
  usePreviewLink,
  useSites,
} from "#data";
import { FormFooter, Notice } from "#shell";
import { Button } from "#ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";

type PageDialogProps = {
  contentId: string;
  /** Null: the dialog is closed. */
  mode: PreviewLink["mode"] | null;
  onPicked: (picked: PickedElement) => void;
  onClose: () => void;
};

const TITLES = { pick: "Pick the element on your page", show: "See the draft on your page" } as const;
const TEXTS = {
  pick: "The page opens in a tab of its own. Point at the element there; it comes back here by itself.",
  show: "The page opens in a tab of its own and shows the draft as it is saved. Nobody else sees it.",
} as const;

/** Asks for a page of the customer's site, and opens it with a token: to see the draft there, or to pick an element. */
export function PageDialog({ contentId, mode, onPicked, onClose }: PageDialogProps) {
  const [link, setLink] = useState<PreviewLink | null>(null);
  const close = () => {
    setLink(null);
    onClose();
  };
  return (
    <Dialog open={mode !== null} onOpenChange={(open) => (open ? undefined : close())}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{TITLES[mode ?? "show"]}</DialogTitle>
          <DialogDescription>{TEXTS[mode ?? "show"]}</DialogDescription>
        </DialogHeader>
        {mode === null ? null : link ? (
          <Opened contentId={contentId} link={link} onPicked={onPicked} onClose={close} />
        ) : (
          <AddressForm contentId={contentId} mode={mode} onLink={setLink} onClose={close} />
        )}
      </DialogContent>
    </Dialog>
  );
}

type AddressFormProps = {
  contentId: string;
  mode: PreviewLink["mode"];
  onLink: (link: PreviewLink) => void;
  onClose: () => void;
};

/** The page that was chosen last is offered again. */
let lastUrl: string | null = null;

function AddressForm({ contentId, mode, onLink, onClose }: AddressFormProps) {
  const origin = useSites().data?.flatMap(({ origins }) => origins)[0];
  const [written, setWritten] = useState(lastUrl);
  const [problem, setProblem] = useState<unknown>(null);
  const make = useMakePreviewLink(contentId);
  const url = written ?? (origin ? `${origin}/` : "");
  const submit = async () => {
    setProblem(null);
    try {
      onLink(await make.mutateAsync({ mode, url }));
      lastUrl = url;
    } catch (error) {
      setProblem(error);
    }
  };
  const own = problem instanceof ApiProblem ? problem.errors.find((entry) => fieldOf(entry) === "url")?.message : null;
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        label="Address of the page"
        error={own ?? undefined}
        hint="A page of one of your sites that loads the browser client."
      >
        {(control) => (
          <Input
            {...control}
            type="url"
            value={url}
            placeholder="https://shop.example.com/pricing"
            onChange={(event) => setWritten(event.target.value)}
          />
        )}
      </Field>
      <FormFooter failure={problem && !own ? problemMessage(problem) : null} busy={make.isPending} onCancel={onClose}>
        Make the link
      </FormFooter>
    </form>
  );
}

type OpenedProps = {
  contentId: string;
  link: PreviewLink;
  onPicked: (picked: PickedElement) => void;
  onClose: () => void;
};

function Opened({ contentId, link, onPicked, onClose }: OpenedProps) {
  const { data: state, error } = usePreviewLink(contentId, link.id);
  const picked = state?.picked ?? null;
  const taken = useRef("");
  const take = useRef(onPicked);
  take.current = onPicked;
  useEffect(() => {
    const name = JSON.stringify(picked);
    if (picked === null || taken.current === name) return;
    taken.current = name;
    take.current(picked);
  }, [picked]);
  return (
    <div className="grid gap-4">
      <p>
        <Button asChild>
          {/* No tab knows of the other; the element comes back through the server. */}
          <a href={link.url ?? ""} target="_blank" rel="noopener noreferrer">
            <ExternalLink aria-hidden /> Open the page
          </a>
        </Button>
      </p>
      {error ? <Notice tone="destructive">{problemMessage(error)}</Notice> : null}
      <div aria-live="polite" className="text-ui">
        {picked ? (
          <Verdict {...picked} />
        ) : (
          <p className="text-muted-foreground">{STATES[state?.status ?? "waiting"]}</p>
        )}
      </div>
      <DialogFooter>
        <Button variant={picked ? "default" : "outline"} onClick={onClose}>
          {picked ? "Done" : "Close"}
        </Button>
      </DialogFooter>
    </div>
  );
}

const STATES: Readonly<Record<PreviewLink["status"], string>> = {
  waiting: "The link holds for an hour. It was not opened yet.",
  opened: "The page was opened.",
  picked: "",
  expired: "The link does not hold any more. Close this and make another one.",
};

function Verdict({ words, matches, score, runnerUp }: PickedElement) {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return (
    <>
      <p className="font-medium">Taken: {words}</p>
      <p className="text-muted-foreground text-xs">
        {matches === 1 ? "1 element matches" : `${matches} elements match equally well, so nothing would be shown`}; it
        scores {percent(score)}, the next best {percent(runnerUp)}.
      </p>
    </>
  );
}
