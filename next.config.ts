import type { NextConfig } from "next";

const config: NextConfig = {
  // Not bundled, because they hold sockets or read their own files.
  serverExternalPackages: ["postgres", "drizzle-orm", "better-auth", "nodemailer", "re2js"],
  poweredByHeader: false,
  devIndicators: false,
  // Types are checked by `npm run check`; checking them here too would slow down the first start.
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ["radix-ui", "recharts"] },
};

export default config;
