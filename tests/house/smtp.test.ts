import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mail, MailProblem } from "#app/adapters/messages/port.ts";
import { smtpMail } from "#app/adapters/messages/smtp.ts";
import { readConfig } from "#app/config.server.ts";
import { MESSAGE_KINDS } from "#app/domain/message.ts";
import { messageText } from "#app/i18n/message-text.ts";

type Taken = { from: string; to: string[]; raw: string };
const taken: Taken[] = [];

/** A real SMTP server that takes every mail but those to nobody@…, and is busy for later@…. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onRcptTo({ address }, _session, done) {
    const no = (code: number) => done(Object.assign(new Error("not now"), { responseCode: code }));
    if (address.startsWith("nobody@")) no(550);
    else if (address.startsWith("later@")) no(451);
    else done();
  },
  onData(stream, { envelope }, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
      taken.push({ from, to: envelope.rcptTo.map((each) => each.address), raw: Buffer.concat(parts).toString("utf8") });
      done();
    });
  },
});

let url = "";
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((done) => server.close(done)));

const from = "Lumbung <pasar@contoh.id>";
const quiet = (): void => undefined;
const MAIL: Mail = {
  ...{ key: "mail:id-1", to: "rahmah@contoh.id", locale: "id", kind: "paid" },
  facts: { number: "LB-261124-K7QF", paidAmount: 62_123 },
  url: "https://pasar.contoh.id/orders/LB-261124-K7QF",
  preferencesUrl: "https://pasar.contoh.id/account/messages",
};

describe("mail by SMTP", () => {
  it("arrives at a real server, with a subject, both bodies and the same id each time", async () => {
    const sender = smtpMail({ url, from, guard: quiet });
    const first = await sender.send(MAIL);
    const again = await sender.send(MAIL);
    expect(again.ref).toBe(first.ref);
    const [mail] = taken;
    expect(mail).toMatchObject({ from: "pasar@contoh.id", to: ["rahmah@contoh.id"] });
    expect(mail?.raw).toContain("Subject: Pembayaran pesanan LB-261124-K7QF diterima");
    expect(mail?.raw).toContain(`Message-ID: ${first.ref}`);
    expect(mail?.raw).toContain("Rp 62.123");
    expect(mail?.raw).toContain("text/html");
    expect(mail?.raw).toContain(MAIL.preferencesUrl);
  });

  it("tells a no for ever from a no for now, and from a server that is away", async () => {
    const sender = smtpMail({ url, from, guard: quiet });
    const problem = async (to: string, at = sender) => {
      const failure: unknown = await at.send({ ...MAIL, to }).catch((error: unknown) => error);
      if (!(failure instanceof MailProblem)) throw new Error("the mail was taken");
      return failure.mayRetry;
    };
    expect(await problem("nobody@contoh.id")).toBe(false);
    expect(await problem("later@contoh.id")).toBe(true);
    const away = smtpMail({ url: "smtp://127.0.0.1:9", from, guard: quiet });
    expect(await problem("rahmah@contoh.id", away)).toBe(true);
  });

  it("cannot be turned into other headers or markup by what a group calls itself", async () => {
    const sender = smtpMail({ url, from, guard: quiet });
    const group = "Tekat\r\nBcc: lain@contoh.id <b>Daik</b>";
    await sender.send({ ...MAIL, key: "mail:id-2", kind: "new-order", facts: { group, number: "LB", goodsAmount: 1 } });
    const raw = taken.at(-1)?.raw ?? "";
    const [headers = ""] = raw.split("\r\n\r\n");
    expect(headers).not.toMatch(/^Bcc:/m);
    expect(raw.replaceAll("=\r\n", "")).not.toContain("<b>Daik</b></h1>");
    expect(taken.at(-1)?.to).toEqual(["rahmah@contoh.id"]);
  });

  it("waits for no server with the books locked", async () => {
    const guard = () => {
      throw new Error("inside a transaction");
    };
    await expect(smtpMail({ url, from, guard }).send(MAIL)).rejects.toThrow("inside a transaction");
  });
});

describe("the settings for mail", () => {
  const read = (over: Record<string, string>) =>
    readConfig({ NODE_ENV: "test", SESSION_SECRET: "x".repeat(32), ...over }).mail;

  it("are off without a server, and a half setting stops the start", () => {
    expect(read({})).toBeNull();
    expect(read({ SMTP_URL: url, MAIL_FROM: from })).toEqual({ url, from });
    expect(() => read({ SMTP_URL: url })).toThrow("MAIL_FROM");
    expect(() => read({ SMTP_URL: "mail.contoh.id", MAIL_FROM: from })).toThrow("SMTP_URL");
  });
});

describe("the words of messages", () => {
  const at = "2026-11-25T02:00:00.000Z";
  const facts = {
    ...{
      number: "LB-261124-K7QF",
      group: "Kelompok Tanjung",
      month: "2026-10",
      vessel: "KMP Kundur",
      point: "Surau",
      way: "door",
      goods: "Cabai rawit",
      why: "price",
      handOverDay: "2026-11-28",
      what: "missing",
      outcome: "back",
      fetchByAt: at,
      ...{ reason: "Ombak 3 meter", code: "PB-261128-K7Q", newVessel: "MV Oceanna", spoils: "yes", count: 12 },
      ...{ departsAt: at, untilAt: at, departsWasAt: at, where: "hub" },
    },
    ...{
      method: "transfer",
      askedAmount: 1_000,
      paidAmount: 1_000,
      backAmount: 1_000,
      goodsAmount: 1_000,
      failedAmount: 1_000,
      savedAmount: 1_000,
      dueAmount: 1_000,
      shareAmount: 1_000,
      year: "2026",
      nowAmount: 1_000,
      packedMilli: 950,
      orderedMilli: 1_000,
      unit: "kg",
      goods: "Cabai rawit",
      how: "credit",
      payByAt: at,
      answerAt: at,
    },
  };

  it("say every kind in both languages, in one line of subject and without a gap", () => {
    for (const locale of ["id", "en"] as const)
      for (const kind of MESSAGE_KINDS) {
        const { subject, text } = messageText(locale, { kind, facts });
        expect(subject, kind).toMatch(/^[^\n{}]{8,80}$/);
        expect(text, kind).toMatch(/^[^{}]{15,300}$/);
      }
  });

  it("tell a buyer what to pay, until when, and by which way", () => {
    const text = (method: string) => messageText("en", { kind: "order-placed", facts: { ...facts, method } }).text;
    expect(text("transfer")).toContain("Transfer exactly Rp 1.000 before Wednesday");
    expect(text("qris")).toContain("by QRIS");
    expect(text("cash")).toContain("in cash");
  });
});
