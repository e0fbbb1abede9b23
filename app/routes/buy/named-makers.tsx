import { useWords } from "#app/i18n/words.tsx";

/** Makers who agreed to be named, and how many others there are. */
export function NamedMakers({ names, makers }: { names: string[]; makers: number }) {
  const { t } = useWords();
  if (names.length === 0) return null;
  return <p>{t("makers.named", { names: names.join(", "), count: Math.max(makers - names.length, 0) })}</p>;
}
