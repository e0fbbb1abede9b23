import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card } from "#app/ui/page.tsx";

type AnswerCardProps = {
  about: "review" | "question";
  item: {
    id: string;
    name: string;
    at: string;
    words: string;
    answer: string;
    listing: { slug: string; name: string };
  };
  state: { errors: Record<string, string>; values: Record<string, string[]> } | undefined;
  children?: ReactNode;
};

/** What somebody wrote, and the group's answer to write or change. */
export function AnswerCard({ about, item, state, children }: AnswerCardProps) {
  const { t, locale } = useWords();
  return (
    <Card className="grid gap-3">
      <h3>
        <Link to={`/listings/${item.listing.slug}`}>{item.listing.name}</Link>
      </h3>
      <p>
        {children} <strong>{item.name}</strong>{" "}
        <span className="text-sm text-quiet">{formatShortDay(locale, item.at)}</span>
      </p>
      {item.words ? <p className="whitespace-pre-line">{item.words}</p> : null}
      <FormFrame state={state} defaults={{ answer: item.answer }} className="grid gap-3">
        <input type="hidden" name="about" value={about} />
        <input type="hidden" name="id" value={item.id} />
        <TextArea name="answer" label={t("answers.answer", { name: item.name })} rows={3} maxLength={1100} />
        <Button look={item.answer ? "second" : "main"}>{t(item.answer ? "answers.change" : "answers.send")}</Button>
      </FormFrame>
    </Card>
  );
}
