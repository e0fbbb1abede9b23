import { migrate } from "#db/migrate.server.ts";
import type { Arguments } from "./lumbung.ts";
import { seedDemo } from "./seed/seed-demo.ts";

export async function run(values: Arguments): Promise<number> {
  if (!values.demo) throw new Error("there is one seed: seed --demo");
  if (process.env.NODE_ENV === "production" && !values["i-know"])
    throw new Error("the demo network is not for production; add --i-know if you mean it");
  await migrate();
  await seedDemo({ onlyIfEmpty: false });
  return 0;
}
