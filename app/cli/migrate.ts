import { migrate } from "#db/migrate.server.ts";

export async function run(): Promise<number> {
  const { applied, current } = await migrate();
  console.log(applied.length === 0 ? `Nothing to do: ${current} migrations stand.` : `Applied ${applied.join(", ")}.`);
  return 0;
}
