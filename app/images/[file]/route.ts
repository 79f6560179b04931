import { IMAGE_POLICY } from "#security-headers";
import { openImage } from "#services/images";

/** A picture of a mail, for everyone who has its address. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const image = await openImage((await params).file);
  if (!image) return new Response("There is no such picture.", { status: 404 });
  return new Response(image.bytes, {
    headers: {
      "content-type": image.type,
      // Other bytes are another picture with another address.
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": IMAGE_POLICY,
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}
