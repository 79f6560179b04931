/** More pixels than this browsers refuse to draw. */
const MOST_PIXELS = 16_000_000;
const SHARP = 2;

type Picture = { svg: string; width: number; height: number };

/** Saves a drawing as a file; a PNG is drawn twice as large as on the screen, smaller where browsers could not. */
export async function savePicture(picture: Picture, name: string, format: "svg" | "png"): Promise<void> {
  const blob = format === "svg" ? new Blob([picture.svg], { type: "image/svg+xml" }) : await toPng(picture);
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: url, download: `${name}.${format}` }).click();
  URL.revokeObjectURL(url);
}

async function toPng({ svg, width, height }: Picture): Promise<Blob> {
  const scale = Math.min(SHARP, Math.sqrt(MOST_PIXELS / (width * height)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), {
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("The browser cannot draw a picture of this size.");
  return blob;
}
