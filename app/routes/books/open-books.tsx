import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Section } from "#app/ui/page.tsx";

type OpenBooksProps = { slug: string; isPublished: boolean; mayPublish: boolean };

/** Whether the group shows its totals to everybody, and the button that changes it. */
export function OpenBooks({ slug, isPublished, mayPublish }: OpenBooksProps) {
  const { t } = useWords();
  return (
    <Section title={t("open-books.title")} id="open-books">
      <Card className="grid gap-3">
        <p className="max-w-prose">{t(isPublished ? "open-books.on" : "open-books.off")}</p>
        {isPublished ? (
          <p>
            <Link to={`/groups/${slug}#open-books`} className="inline-flex min-h-11 items-center text-sea underline">
              {t("open-books.see")}
            </Link>
          </p>
        ) : null}
        {mayPublish ? (
          <FormFrame action={`/books/${slug}/publish-totals`}>
            <Button look="second" name="publish" value={isPublished ? "no" : "yes"}>
              {t(isPublished ? "open-books.close" : "open-books.open")}
            </Button>
          </FormFrame>
        ) : null}
      </Card>
    </Section>
  );
}
