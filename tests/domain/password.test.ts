import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonPasswords, isCommonPassword } from "#app/domain/common-passwords.ts";
import { PasswordText, passwordProblem } from "#app/domain/password.ts";

const owner = { name: "Siti Nurhaliza", phone: "+6281234567890", email: "snur.haliza@contoh.id" };

describe("a password", () => {
  it("is 8 to 128 signs long, counted as people see them", () => {
    expect(passwordProblem("tujuh7!", owner)).toBe("password-short");
    expect(passwordProblem("👩‍🌾🥥🐟", owner)).toBe("password-short");
    expect(passwordProblem("🥥🐟🌴🌊⛵🐚🦀🌶", owner)).toBeNull();
    const long = Array.from({ length: 128 }, (_, at) => String.fromCodePoint(0x1f300 + at)).join("");
    expect(passwordProblem(long, owner)).toBeNull();
    expect(passwordProblem(`${long}x`, owner)).toBe("password-long");
  });

  it("needs no digits, capitals or signs", () => {
    expect(passwordProblem("perahu kayu biru", owner)).toBeNull();
    expect(passwordProblem("9274615803", owner)).toBeNull();
  });

  it.each(["bismillah", "indonesia", "sayang123", "merdeka1945", "Password123", "B1sm1ll4h", "qwertyuiop", "p@ssw0rd"])(
    "%s is tried first, so it is refused",
    (password) => {
      expect(passwordProblem(password, owner)).toBe("password-common");
    },
  );

  it.each([
    "12345678",
    "87654321",
    "01234567890",
    "17081945",
    "19450817",
    "aaaaaaaa",
    "abababab",
    "abcabcabc",
    "1212121212",
  ])("%s is a pattern, so it is refused", (password) => {
    expect(passwordProblem(password, owner)).toBe("password-common");
  });

  it.each(["0812-3456-7890", "rumah81234567890", "snur.haliza99", "siti di laut", "ombak NURHALIZA", "sitinurhaliza!"])(
    "%s repeats the owner, so it is refused",
    (password) => {
      expect(passwordProblem(password, owner)).toBe("password-yours");
    },
  );

  it("may hold what is short in a name, and has no owner to repeat when there is none", () => {
    expect(passwordProblem("laut biru di kampung", { name: "Bi Di", phone: null, email: null })).toBeNull();
    expect(passwordProblem("jala di tepi pantai", { name: "", phone: null, email: null })).toBeNull();
  });

  it("is read the same from two keyboards", () => {
    expect(PasswordText.parse("e\u0301mas di pulau")).toBe(PasswordText.parse("émas di pulau"));
  });
});

describe("the list of common passwords", () => {
  it("holds more than three thousand that are long enough, in lower case", () => {
    expect(commonPasswords().size).toBeGreaterThan(3000);
    for (const password of commonPasswords()) {
      expect(password.length).toBeGreaterThanOrEqual(8);
      expect(password).toBe(password.toLowerCase());
    }
  });

  it("hides no entry behind capitals", () => {
    const all = [...commonPasswords()];
    fc.assert(
      fc.property(fc.nat(all.length - 1), (at) => {
        const password = all[at] ?? "";
        return isCommonPassword(password.toUpperCase()) && isCommonPassword(password);
      }),
    );
  });
});
