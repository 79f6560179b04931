import * as z from "zod";

/** An address without a slash at its end; whether it may be called is decided at the call. */
export const WebAddress = z
  .url({ protocol: /^https?$/, error: "write an address such as https://api.example.com" })
  .max(2_000)
  .transform((text) => text.replace(/\/+$/, ""));

export const Header = z.object({
  name: z.string().regex(/^[!#$%&'*+.^_`|~\w-]{1,100}$/, "is not a name that a header may have"),
  value: z
    .string()
    .max(2_000)
    .regex(/^[\t -~]*$/, "may have visible ASCII only"),
});

/** A private key as text, in PEM, or with its line ends written as \n. */
export const PrivateKey = z
  .string()
  .max(10_000)
  .transform((text) => text.replaceAll("\\n", "\n").trim())
  .refine((text) => /^-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+-----END/.test(text), "is not a private key in PEM");
