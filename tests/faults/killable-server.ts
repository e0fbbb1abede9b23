import { type BuiltServer, freePort, startBuiltServer } from "#tests/world/built-server.ts";
import { standInWorld } from "#tests/world/stripe-stand-in.ts";
import { type StripeWorld, WEBHOOK_SECRET } from "#tests/world/stripe-world.ts";

/** Where the process is killed: at a request to the provider, before or after it is carried out there, or so many milliseconds on. */
export type Blow = { moment: "asked" | "done"; request: string } | { afterMs: number };

export type Killable = {
  stripe: StripeWorld;
  origin: string;
  /** Arms the next blow; `act` is what the process is doing when it falls. True when it fell. */
  strike: (blow: Blow, act: () => Promise<unknown>) => Promise<boolean>;
  /** kill -9 now, whatever it does. */
  kill: () => Promise<void>;
  start: () => Promise<void>;
  output: () => string;
  close: () => Promise<void>;
};

/** The built app with a Stripe beside it, which can be killed between any two steps and started again on the same port and data. */
export async function killableServer(kind: { forgetsKeys?: boolean } = {}): Promise<Killable> {
  let armed: Blow | null = null;
  let server: BuiltServer | undefined;
  let gone: Promise<unknown> = Promise.resolve();
  let written = "";
  const blow = (): void => {
    armed = null;
    server?.process.kill("SIGKILL");
  };
  const stripe = await standInWorld((moment, request) => {
    if (!armed || "afterMs" in armed || armed.moment !== moment || !request.startsWith(armed.request)) return false;
    blow();
    return true;
  }, kind);
  const port = await freePort();
  const environment = {
    ...{ LUMBUNG_DEMO: "1", LOG_LEVEL: "warn", STRIPE_SECRET_KEY: "sk_test_x" },
    ...{ STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET, STRIPE_API_BASE: stripe.url },
  };
  const kill = async () => {
    blow();
    await gone;
    written += server?.output() ?? "";
  };
  return {
    stripe,
    origin: `http://127.0.0.1:${port}`,
    kill,
    output: () => written + (server?.output() ?? ""),
    start: async () => {
      server = await startBuiltServer({ port, environment });
      const { process: child } = server;
      gone = new Promise((resolve) => child.once("exit", resolve));
    },
    strike: async (wanted, act) => {
      armed = wanted;
      const timer = "afterMs" in wanted ? setTimeout(blow, wanted.afterMs) : undefined;
      await act().catch(() => undefined);
      clearTimeout(timer);
      const fell = armed === null;
      armed = null;
      return fell;
    },
    close: async () => {
      await kill();
      await stripe.close();
    },
  };
}
