import { describe, expect, it } from "vitest";
import { argon2Passwords } from "#app/adapters/passwords/argon2.ts";

describe("passwords at rest", () => {
  it("fit what they were made from, and nothing else", async () => {
    const hash = await argon2Passwords.hash("perahu kayu biru");
    expect(await argon2Passwords.verify(hash, "perahu kayu biru")).toBe(true);
    expect(await argon2Passwords.verify(hash, "perahu kayu hijau")).toBe(false);
    expect(await argon2Passwords.verify("no hash at all", "perahu kayu biru")).toBe(false);
  });

  it("cost as much to compare for nobody as for somebody", async () => {
    const cost = (hash: string) => hash.split("$").slice(1, 4).join("$");
    expect(cost(argon2Passwords.nobodysHash)).toBe(cost(await argon2Passwords.hash("perahu kayu biru")));
    expect(cost(argon2Passwords.nobodysHash)).toBe("argon2id$v=19$m=19456,t=2,p=1");
    expect(await argon2Passwords.verify(argon2Passwords.nobodysHash, "")).toBe(false);
  });
});
