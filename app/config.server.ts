import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Secrets that an example shows must never protect anything real. */
const EXAMPLE_SECRETS = ["change-me", "changeme", "secret", "session-secret", "example"];

const flag = z
  .enum(["", "0", "1", "true", "false"])
  .default("")
  .transform((text) => text === "1" || text === "true");

const Environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: z.string().default(""),
  APP_ORIGIN: z.string().default(""),
  SESSION_SECRET: z.string().default(""),
  STRIPE_SECRET_KEY: z.string().default(""),
  STRIPE_WEBHOOK_SECRET: z.string().default(""),
  /** Of the second endpoint, which hears of the groups' own accounts; without it the network sends groups nothing by Stripe. */
  STRIPE_ACCOUNTS_WEBHOOK_SECRET: z.string().default(""),
  /** Where groups that open an account are: two letters, as Stripe names countries; without it, where the network's own account is. */
  STRIPE_ACCOUNTS_COUNTRY: z
    .string()
    .regex(/^([A-Z]{2})?$/)
    .default(""),
  STRIPE_API_BASE: z.string().default(""),
  /** smtp://user:password@host:587; without it no mail is sent. */
  SMTP_URL: z.string().default(""),
  /** "Lumbung <pasar@example.id>" */
  MAIL_FROM: z.string().default(""),
  TRUST_PROXY: flag,
  /** Set by `npm start` for the demo network: made-up data, generated secrets, a banner on each page. */
  LUMBUNG_DEMO: flag,
  NODE_ENV: z.string().default(""),
});

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  origin: string;
  sessionSecret: string;
  trustProxy: boolean;
  isDemo: boolean;
  stripe: {
    secretKey: string;
    webhookSecret: string;
    accountsWebhookSecret: string;
    accountsCountry: string;
    apiBase: string;
  } | null;
  mail: { url: string; from: string } | null;
};

/** Reads the environment once; a setting that would be unsafe stops the start with a sentence that says what to set. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const env = Environment.parse(environment);
  const origin = new URL(env.APP_ORIGIN || `http://localhost:${env.PORT}`).origin;
  const inProduction = env.NODE_ENV === "production" && !env.LUMBUNG_DEMO;
  if (inProduction && env.APP_ORIGIN === "")
    throw new Error("APP_ORIGIN must be set in production, for example https://pasar.example.id");
  if (inProduction && (env.SESSION_SECRET.length < 32 || EXAMPLE_SECRETS.includes(env.SESSION_SECRET.toLowerCase())))
    throw new Error("SESSION_SECRET must be set in production: at least 32 random characters");
  if (env.LUMBUNG_DEMO && env.STRIPE_SECRET_KEY.startsWith("sk_live"))
    throw new Error("a demo network must not hold a live Stripe key");
  if (inProduction && env.STRIPE_API_BASE !== "") throw new Error("STRIPE_API_BASE is for tests, not for production");
  if (env.STRIPE_SECRET_KEY !== "" && env.STRIPE_WEBHOOK_SECRET === "")
    throw new Error("STRIPE_WEBHOOK_SECRET must be set beside STRIPE_SECRET_KEY");
  if (env.SMTP_URL !== "" && !/^smtps?:\/\//.test(env.SMTP_URL))
    throw new Error("SMTP_URL must look like smtp://user:password@host:587 or smtps://…");
  if (env.SMTP_URL !== "" && !env.MAIL_FROM.includes("@"))
    throw new Error("MAIL_FROM must be set beside SMTP_URL, for example: Lumbung <pasar@example.id>");
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    origin,
    sessionSecret: env.SESSION_SECRET || keptSecret(env.DATA_DIR),
    trustProxy: env.TRUST_PROXY,
    isDemo: env.LUMBUNG_DEMO,
    stripe: env.STRIPE_SECRET_KEY
      ? {
          secretKey: env.STRIPE_SECRET_KEY,
          webhookSecret: env.STRIPE_WEBHOOK_SECRET,
          accountsWebhookSecret: env.STRIPE_ACCOUNTS_WEBHOOK_SECRET,
          accountsCountry: env.STRIPE_ACCOUNTS_COUNTRY,
          apiBase: env.STRIPE_API_BASE,
        }
      : null,
    mail: env.SMTP_URL ? { url: env.SMTP_URL, from: env.MAIL_FROM } : null,
  };
}

/** Outside production a secret is made at the first start and kept where only the server's user can read it. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, "session-secret");
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch {
    // It is there already: another start made it.
  }
  return readFileSync(file, "utf8");
}
