import type { Locale } from "#app/domain/locale.ts";
import type { MessageFacts, MessageKind } from "#app/domain/message.ts";
import { formatMoment, formatQuantity, formatRupiah } from "./format.ts";
import { type Translate, translator, type Values } from "./translate.ts";
import { unitName } from "./units.ts";

/** A message in its reader's language: a subject of one line, and a few sentences. */
export function messageText(
  locale: Locale,
  { kind, facts }: { kind: MessageKind; facts: MessageFacts },
): { subject: string; text: string } {
  const t = translator(locale);
  const values = readable({ t, locale }, facts);
  return { subject: t(`message.${kind}.subject`, values), text: t(`message.${kind}.text`, values) };
}

function readable({ t, locale }: { t: Translate; locale: Locale }, facts: MessageFacts): Values {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      if (name.endsWith("Amount")) return [name, formatRupiah(Number(fact))];
      if (name.endsWith("Milli")) return [name, formatQuantity(locale, Number(fact))];
      if (name === "unit") return [name, unitName(t, String(fact))];
      if (name.endsWith("At") && fact !== "") return [name, formatMoment(locale, String(fact))];
      return [name, fact];
    }),
  );
}
