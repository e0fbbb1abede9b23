import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ContactField, OptionalPhone, readContact } from "#app/domain/contact.ts";
import { keepsChair } from "#app/domain/group.ts";
import { normalisePhone, readablePhone } from "#app/domain/phone.ts";
import { lineOfText, someText } from "#app/domain/plain-text.ts";
import { groupedCode, SpokenCode } from "#app/domain/reset-code.ts";
import { deviceLabel, isTouchDue } from "#app/domain/session.ts";
import { freeSlug, slugOf } from "#app/domain/slug.ts";

describe("a phone number", () => {
  it.each(["081234567890", "0812-3456-7890", "+62 812 3456 7890", "62 (812) 3456.7890", "81234567890"])(
    "%s is one and the same",
    (text) => {
      expect(normalisePhone(text)).toBe("+6281234567890");
    },
  );

  it.each(["", "0812", "+60123456789", "0812abc7890", "08123456789012345", "٠٨١٢٣٤٥٦٧٨٩", "+"])(
    "%s is none",
    (text) => {
      expect(normalisePhone(text)).toBeNull();
    },
  );

  it("stays the same when it is read out and typed again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 99_999_999_999 }), (national) => {
        const phone = normalisePhone(`0${national}`);
        return phone !== null && normalisePhone(readablePhone(phone)) === phone;
      }),
    );
  });
});

describe("what one signs in with", () => {
  it("is a phone number or an e-mail address", () => {
    expect(readContact("0812 3456 7890")).toEqual({ phone: "+6281234567890", email: null });
    expect(readContact(" Siti@Contoh.ID ")).toEqual({ phone: null, email: "siti@contoh.id" });
    for (const text of ["siti", "siti@", "@contoh.id", "a@b", "a b@c.id", "<a@b.id>"])
      expect(readContact(text)).toBeNull();
  });

  it("says which of empty and wrong it is", () => {
    const reason = (text: string) => ContactField.safeParse(text).error?.issues[0]?.message;
    expect([reason(" "), reason("siti"), reason("9".repeat(400))]).toEqual(["required", "contact", "contact"]);
    expect(OptionalPhone.parse("  ")).toBeNull();
    expect(OptionalPhone.safeParse("12").error?.issues[0]?.message).toBe("phone");
  });
});

describe("typed text", () => {
  const line = lineOfText({ max: 20 });
  const reason = (text: string) => line.safeParse(text).error?.issues[0]?.message;

  it("keeps names of all scripts, composed and without needless blanks", () => {
    for (const name of ["Suharti", "O'Brien", "ꦤꦶꦁꦱꦶꦃ", "كلثوم بنت أحمد", "Nyi Rara 👩🏽‍🌾", "null", "__proto__"])
      expect(line.parse(name)).toBe(name);
    expect(line.parse("  Mak \u00a0\n Su ")).toBe("Mak Su");
    expect(line.parse("e\u0301")).toBe("é");
  });

  it("is not empty when it only looks empty, and turns nothing around", () => {
    for (const text of ["", "   ", "\u3164", "\u200b\u200d", "\u00a0"]) expect(reason(text)).toBe("required");
    for (const text of ["a\u202eb", "a\u0000b", "a\ud800b"]) expect(reason(text)).toBe("odd-signs");
    expect(reason("x".repeat(21))).toBe("too-long");
    expect(reason("👩".repeat(20))).toBeUndefined();
  });

  it("keeps the lines of a story", () => {
    const story = someText({ max: 100, min: 0 });
    expect(story.parse("Satu\r\ndua\r\n\r\n\r\n\r\ntiga ")).toBe("Satu\ndua\n\ntiga");
    expect(story.parse("")).toBe("");
    expect(story.safeParse("a\u0007b").success).toBe(false);
  });
});

describe("a spoken code", () => {
  it("is shown in fours and read back however it is typed", () => {
    expect(groupedCode("ABCDEFGHJKMNPQRS")).toBe("ABCD-EFGH-JKMN-PQRS");
    expect(SpokenCode.parse(" abcd efgh-jkmn pqrs ")).toBe("ABCDEFGHJKMNPQRS");
    expect(SpokenCode.safeParse(" - ").success).toBe(false);
  });
});

describe("a session's device", () => {
  it.each([
    [
      "Mozilla/5.0 (Linux; Android 13; SM-A042F) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
      "Chrome, Android",
    ],
    [
      "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 SamsungBrowser/23.0 Chrome/115 Mobile Safari/537.36",
      "Samsung Internet, Android",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile Safari/604",
      "Safari, iPhone",
    ],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:121.0) Gecko/20100101 Firefox/121.0", "Firefox, Windows"],
    ["curl/8.0", ""],
  ])("%s is %s", (userAgent, label) => {
    expect(deviceLabel(userAgent)).toBe(label);
  });

  it("is written down as used hourly", () => {
    expect(isTouchDue(0, 3_599_999)).toBe(false);
    expect(isTouchDue(0, 3_600_000)).toBe(true);
  });
});

describe("a group's address", () => {
  it("is made of the name's Latin letters", () => {
    expect(slugOf("KUB Kerang Penyengat — Lestari", "kelompok")).toBe("kub-kerang-penyengat-lestari");
    expect(slugOf("Ibu-ibu Jum'at", "kelompok")).toBe("ibu-ibu-jumat");
    expect(slugOf("Kuê Café", "kelompok")).toBe("kue-cafe");
    expect(slugOf("ꦤꦶꦁ", "kelompok")).toBe("kelompok");
  });

  it("gets the first free number when it is taken", () => {
    expect(freeSlug("songket", [])).toBe("songket");
    expect(freeSlug("songket", ["songket", "songket-2", "songket-4"])).toBe("songket-3");
  });
});

describe("a group's chair", () => {
  const seats = [
    { memberId: "a", hasAccount: true, offices: ["chair"] as const },
    { memberId: "b", hasAccount: false, offices: ["chair"] as const },
  ];

  it("is somebody who can sign in", () => {
    expect(keepsChair(seats, { memberId: "b", offices: [] })).toBe(true);
    expect(keepsChair(seats, { memberId: "a", offices: ["treasurer"] })).toBe(false);
    expect(
      keepsChair([...seats, { memberId: "c", hasAccount: true, offices: [] }], { memberId: "c", offices: [] }),
    ).toBe(true);
  });
});
