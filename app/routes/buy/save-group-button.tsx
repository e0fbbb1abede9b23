import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";

type SaveGroupProps = {
  group: { slug: string; name: string };
  /** Null for a visitor, who is asked to sign in. */
  isSaved: boolean | null;
  from?: "list";
};

/** Saves a group, or forgets it; what it puts on sale then shows among one's own groups. */
export function SaveGroupButton({ group, isSaved, from }: SaveGroupProps) {
  const { t } = useWords();
  if (isSaved === null)
    return (
      <ButtonLink to={`/sign-in?next=${encodeURIComponent(`/groups/${group.slug}`)}`} look="second">
        {t("saved-groups.save")}
      </ButtonLink>
    );
  return (
    <FormFrame action={`/groups/${group.slug}/save`} className="">
      {from ? <input type="hidden" name="from" value={from} /> : null}
      <Button
        name="intent"
        value={isSaved ? "forget" : "save"}
        look={isSaved ? "quiet" : "second"}
        aria-label={t(isSaved ? "saved-groups.forget.which" : "saved-groups.save.which", { group: group.name })}
      >
        {isSaved ? t("saved-groups.forget") : t("saved-groups.save")}
      </Button>
    </FormFrame>
  );
}
