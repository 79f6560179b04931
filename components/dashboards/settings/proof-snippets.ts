/** How a backend makes the proof of a user id, by language; the secret comes from the environment. */
export const PROOF_SNIPPETS = {
  node: {
    label: "Node",
    code: `import { createHmac } from "node:crypto";

const userHash = createHmac("sha256", process.env.SOJOURN_PROOF_SECRET).update(user.id).digest("hex");`,
  },
  python: {
    label: "Python",
    code: `import hashlib, hmac, os

secret = os.environ["SOJOURN_PROOF_SECRET"].encode()
user_hash = hmac.new(secret, user.id.encode(), hashlib.sha256).hexdigest()`,
  },
  php: {
    label: "PHP",
    code: `$userHash = hash_hmac("sha256", $user->id, getenv("SOJOURN_PROOF_SECRET"));`,
  },
  ruby: {
    label: "Ruby",
    code: `require "openssl"

user_hash = OpenSSL::HMAC.hexdigest("sha256", ENV.fetch("SOJOURN_PROOF_SECRET"), user.id)`,
  },
  go: {
    label: "Go",
    code: `mac := hmac.New(sha256.New, []byte(os.Getenv("SOJOURN_PROOF_SECRET")))
mac.Write([]byte(user.ID))
userHash := hex.EncodeToString(mac.Sum(nil))`,
  },
  java: {
    label: "Java",
    code: `Mac mac = Mac.getInstance("HmacSHA256");
mac.init(new SecretKeySpec(System.getenv("SOJOURN_PROOF_SECRET").getBytes(UTF_8), "HmacSHA256"));
String userHash = HexFormat.of().formatHex(mac.doFinal(user.id().getBytes(UTF_8)));`,
  },
} as const;

export type ProofLanguage = keyof typeof PROOF_SNIPPETS;
export const PROOF_LANGUAGES = Object.keys(PROOF_SNIPPETS) as ProofLanguage[];

/** What the page then says. */
export const PROVING_PAGE = `DAP("identify", user.id, { name: user.name }, { userHash });`;
