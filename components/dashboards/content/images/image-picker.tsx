"use client";
import { Trash2, Upload } from "lucide-react";
import { useId, useRef, useState } from "react";
import { type Image, problemMessage, useCanEdit, useDeleteImage, useImages, useUploadImage } from "#data";
import { Notice, SearchInput } from "#shell";
import { Button } from "#ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Skeleton } from "#ui/skeleton";

type ImagePickerProps = { open: boolean; onClose: () => void; onPick: (image: Image) => void };

/** The pictures of the workspace: one is chosen, or another one uploaded with what it says. */
export function ImagePicker({ open, onClose, onPick }: ImagePickerProps) {
  const [search, setSearch] = useState("");
  const images = useImages({ limit: 50, search }, open);
  const pick = (image: Image) => {
    onPick(image);
    onClose();
  };
  return (
    <Dialog open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <DialogContent className="sm:max-w-2xl">
        <DialogHeader>
          <DialogTitle>Pictures</DialogTitle>
          <DialogDescription>
            PNG, JPEG, GIF or WebP, 5 MB at most. Everyone with a mail can load them.
          </DialogDescription>
        </DialogHeader>
        <UploadForm onDone={pick} />
        <SearchInput label="Search pictures" value={search} onSearch={setSearch} />
        {images.error ? <Notice tone="destructive">{problemMessage(images.error)}</Notice> : null}
        {!images.data && !images.error ? <Skeleton className="h-32" /> : null}
        {images.data?.data.length === 0 ? (
          <p className="text-muted-foreground text-ui">There are no pictures yet.</p>
        ) : null}
        <ul className="grid max-h-80 grid-cols-2 gap-3 overflow-y-auto sm:grid-cols-3">
          {images.data?.data.map((image) => (
            <Picture key={image.id} image={image} onPick={pick} />
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}

function Picture({ image, onPick }: { image: Image; onPick: (image: Image) => void }) {
  const remove = useDeleteImage();
  const canEdit = useCanEdit();
  // The address for mails names the installation; the page asks the server it is from.
  const src = new URL(image.url).pathname;
  return (
    <li className="relative">
      <button
        type="button"
        onClick={() => onPick(image)}
        className="grid w-full gap-1 rounded-lg border bg-card p-2 text-left hover:border-ring"
      >
        <img src={src} alt="" className="h-24 w-full rounded-sm object-contain" />
        <span className="truncate font-medium text-xs">{image.name}</span>
        <span className="truncate text-muted-foreground text-xs">
          {image.width} × {image.height}, {Math.ceil(image.bytes / 1024)} KB{image.alt ? "" : ", no alt text"}
        </span>
      </button>
      {canEdit ? (
        <Button
          variant="outline"
          size="icon-sm"
          aria-label={`Delete ${image.name}`}
          className="absolute top-1 right-1"
          busy={remove.isPending}
          onClick={() => remove.mutate({ id: image.id, anyway: false })}
        >
          <Trash2 />
        </Button>
      ) : null}
      {remove.error ? (
        <Notice tone="warning" className="mt-1 text-xs">
          {problemMessage(remove.error)}{" "}
          <Button variant="outline" size="sm" onClick={() => remove.mutate({ id: image.id, anyway: true })}>
            Delete anyway
          </Button>
        </Notice>
      ) : null}
    </li>
  );
}

function UploadForm({ onDone }: { onDone: (image: Image) => void }) {
  const upload = useUploadImage();
  const canEdit = useCanEdit();
  const [alt, setAlt] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  if (!canEdit) return null;
  const send = async (file: File | undefined) => {
    if (!file) return;
    setFailure(null);
    try {
      onDone(await upload.mutateAsync({ name: file.name.slice(0, 255), alt, content: await base64Of(file) }));
    } catch (error) {
      setFailure(problemMessage(error));
    } finally {
      if (field.current) field.current.value = "";
    }
  };
  return (
    <div className="grid gap-2 rounded-lg border p-3">
      <Field label="What the picture says" hint="Its alt text, for people who do not see it.">
        {(control) => <Input {...control} value={alt} onChange={(event) => setAlt(event.target.value)} />}
      </Field>
      <label htmlFor={id} className="sr-only">
        Picture to upload
      </label>
      <input
        ref={field}
        id={id}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        className="sr-only"
        onChange={(event) => void send(event.target.files?.[0])}
      />
      <Button
        variant="outline"
        busy={upload.isPending}
        className="justify-self-start"
        onClick={() => field.current?.click()}
      >
        <Upload aria-hidden /> Upload a picture
      </Button>
      {failure ? <Notice tone="destructive">{failure}</Notice> : null}
    </div>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
