import { execFileSync } from "node:child_process";

function works(): boolean {
  try {
    execFileSync("hledger", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Whether hledger is here; where it is not, Debian is asked for it once. */
export function findHledger(): boolean {
  if (works()) return true;
  const quietly = { stdio: "ignore", timeout: 240_000 } as const;
  try {
    execFileSync("apt-get", ["update", "-qq"], quietly);
    execFileSync("apt-get", ["install", "-y", "-qq", "hledger"], quietly);
  } catch {
    // Another system, or nobody who may install: the caller says so.
  }
  return works();
}

/** The balance of each account as hledger itself reckons it from these journals, by the account's own code. Accounts at zero are there too. */
export function balancesByHledger(files: readonly string[]): Map<string, number> {
  const from = files.flatMap((file) => ["-f", file]);
  const table = execFileSync("hledger", [...from, "balance", "--flat", "--empty", "--no-total", "-O", "csv"], {
    encoding: "utf8",
  });
  const rows = table.trim().split("\n").slice(1);
  return new Map(
    rows.map((row) => {
      const [, account = "", amount = ""] = /^"([^"]*)","(?:IDR )?(-?\d+)"$/.exec(row) ?? [];
      if (account === "") throw new Error(`hledger said: ${row}`);
      return [account.slice(account.indexOf(":") + 1), Number(amount)];
    }),
  );
}
