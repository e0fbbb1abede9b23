import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Section } from "#app/ui/page.tsx";

type RuleApprovalProps = {
  slug: string;
  approval: { needsTwo: boolean; endsBy: string | null; isAskedByMe: boolean };
  mayEdit: boolean;
};

/** Whether one officer or two decide how sales are divided. To go back to one takes two as well. */
export function RuleApproval({ slug, approval, mayEdit }: RuleApprovalProps) {
  const { t } = useWords();
  const { needsTwo, endsBy, isAskedByMe } = approval;
  const action = `/books/${slug}/rule-approval`;
  const asked = needsTwo && endsBy !== null;
  return (
    <Section title={t("books.two")} id="two">
      <p>{needsTwo ? t("books.two.on") : t("books.two.off")}</p>
      {asked ? <p className="font-semibold">{t("books.two.asked", { name: endsBy })}</p> : null}
      {mayEdit ? (
        <div className="grid gap-3">
          {!needsTwo || asked ? (
            <FormFrame action={action}>
              <Button name="people" value="two" look="second" wide>
                {asked ? t("books.two.keep") : t("books.two.begin")}
              </Button>
            </FormFrame>
          ) : null}
          {needsTwo && !isAskedByMe ? (
            <FormFrame action={action}>
              <Button name="people" value="one" look="second" wide>
                {asked ? t("books.two.agree") : t("books.two.end")}
              </Button>
            </FormFrame>
          ) : null}
        </div>
      ) : null}
    </Section>
  );
}
