/** The part of the library that is used; it brings no types. */
declare module "mjml" {
  type Options = {
    readonly validationLevel: "strict" | "soft" | "skip";
    readonly ignoreIncludes: boolean;
    readonly fonts: Readonly<Record<string, string>>;
    readonly keepComments: boolean;
  };
  type Answer = {
    readonly html: string;
    readonly errors: readonly { readonly message: string; readonly line?: number }[];
  };
  export default function mjml2html(source: string, options: Options): Promise<Answer>;
}
