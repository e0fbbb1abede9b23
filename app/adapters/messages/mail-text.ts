import { messageText } from "#app/i18n/message-text.ts";
import { translator } from "#app/i18n/translate.ts";
import type { Mail } from "./port.ts";

/** Subject and both bodies of a mail, in its reader's language. */
export function writeMail({ locale, kind, facts, url, preferencesUrl }: Mail): {
  subject: string;
  text: string;
  html: string;
} {
  const t = translator(locale);
  const { subject: said, text } = messageText(locale, { kind, facts });
  // One line, whatever a group calls itself.
  const subject = said.replace(/\s+/g, " ");
  const open = t("message.open");
  const why = t("message.why");
  return {
    subject,
    text: `${text}\n\n${open}:\n${url}\n\n--\n${why}\n${preferencesUrl}\n`,
    html: [
      `<!doctype html><html lang="${locale}"><meta charset="utf-8">`,
      '<body style="margin:0;padding:24px;background:#faf6ee;color:#1d2b2f;font:16px/1.5 system-ui,sans-serif">',
      `<h1 style="font-size:20px;margin:0 0 12px">${escaped(subject)}</h1>`,
      `<p style="margin:0 0 20px">${escaped(text)}</p>`,
      `<p style="margin:0 0 28px"><a href="${escaped(url)}" style="display:inline-block;background:#0b5563;color:#fff;`,
      `padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:600">${escaped(open)}</a></p>`,
      `<p style="margin:0;color:#5b6b6f;font-size:14px">${escaped(why)} <a href="${escaped(preferencesUrl)}">`,
      `${escaped(t("message.preferences"))}</a></p></body></html>`,
    ].join(""),
  };
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
