import { parseArgs } from "node:util";
import { closeDatabase } from "#db/client.server.ts";

// `npm run lumbung -- VERB …`: what an operator does on the server. Each verb is a file beside this one.

const VERBS = {
  migrate: { file: "./migrate.ts", use: "migrate", says: "bring the database up to the newest schema" },
  seed: { file: "./seed.ts", use: "seed --demo [--i-know]", says: "fill an empty database with the demo network" },
  "create-admin": {
    file: "./create-admin.ts",
    use: "create-admin --name NAME --phone 08… | --email …",
    says: "make the first operator; prints a one-time code",
  },
  "reset-password": {
    file: "./reset-password.ts",
    use: "reset-password --phone 08… | --email …",
    says: "print a one-time code for somebody",
  },
  "export-person": {
    file: "./export-person.ts",
    use: "export-person --phone 08… | --email …",
    says: "print everything that is kept about somebody, as JSON",
  },
  "erase-person": {
    file: "./erase-person.ts",
    use: "erase-person --phone 08… | --email … --i-know [--give-up-credit]",
    says: "delete somebody's account; the ledger stays, without the name",
  },
  verify: {
    file: "./verify.ts",
    use: "verify",
    says: "check the ledger: balances, hash chains, held money; JSON, exit 1 when something is wrong",
  },
} as const;

export type Arguments = Record<string, string | boolean | undefined>;

const [verb, ...rest] = process.argv.slice(2);
if (!verb || !(verb in VERBS)) {
  for (const { use, says } of Object.values(VERBS)) console.error(`${use}\n    ${says}`);
  process.exit(2);
}

try {
  const { values } = parseArgs({
    args: rest,
    options: {
      demo: { type: "boolean" },
      "i-know": { type: "boolean" },
      "give-up-credit": { type: "boolean" },
      name: { type: "string" },
      phone: { type: "string" },
      email: { type: "string" },
    },
  });
  const { run } = (await import(VERBS[verb as keyof typeof VERBS].file)) as {
    run: (values: Arguments) => Promise<number>;
  };
  process.exitCode = await run(values);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
} finally {
  await closeDatabase();
}
