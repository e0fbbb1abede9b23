import type { Locale } from "#app/domain/locale.ts";
import type { MessageFacts, MessageKind } from "#app/domain/message.ts";
import { formatDay, formatMoment, formatRupiah } from "./format.ts";
import { translator, type Values } from "./translate.ts";

/** A message in its reader's language: a subject of one line, and a few sentences. */
export function messageText(
  locale: Locale,
  { kind, facts }: { kind: MessageKind; facts: MessageFacts },
): { subject: string; text: string } {
  const t = translator(locale);
  const values = readable(locale, facts);
  return { subject: t(`message.${kind}.subject`, values), text: t(`message.${kind}.text`, values) };
}

function readable(locale: Locale, facts: MessageFacts): Values {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      if (name.endsWith("Amount")) return [name, formatRupiah(Number(fact))];
      if (name.endsWith("Day")) return [name, formatDay(locale, String(fact))];
      if (name.endsWith("At") && fact !== "") return [name, formatMoment(locale, String(fact))];
      return [name, fact];
    }),
  );
}
