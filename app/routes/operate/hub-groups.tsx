import type { BringingWay } from "#app/domain/bring.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card } from "#app/ui/page.tsx";

type Props = {
  groups: { groupId: string; name: string; way: BringingWay | null }[];
  state: { errors: Record<string, string>; values: Record<string, string[]> } | undefined;
};

/** Which groups bring their goods here, and why they may; the operator names those from farther away. */
export function HubGroups({ groups, state }: Props) {
  const { t } = useWords();
  const far = groups.filter((group) => group.way === null);
  return (
    <Card className="grid gap-4">
      <h2>{t("hub-groups.title")}</h2>
      <p>{t("hub-groups.lead")}</p>
      <ul className="grid gap-2">
        {groups.map(({ groupId, name, way }) =>
          way === null ? null : (
            <li key={groupId} className="flex min-h-11 items-center justify-between gap-3">
              <span>
                {name} <span className="block text-sm text-quiet">{t(`hub-groups.way.${way}`)}</span>
              </span>
              {way === "served" ? (
                <FormFrame className="contents">
                  <input type="hidden" name="intent" value="unserve" />
                  <input type="hidden" name="groupId" value={groupId} />
                  <Button look="quiet" className="shrink-0" aria-label={t("hub-groups.drop", { name })}>
                    {t("form.remove")}
                  </Button>
                </FormFrame>
              ) : null}
            </li>
          ),
        )}
      </ul>
      {far.length === 0 ? null : (
        <FormFrame state={state} className="grid gap-4">
          <input type="hidden" name="intent" value="serve" />
          <SelectField
            name="groupId"
            label={t("hub-groups.add-which")}
            hint={t("hub-groups.add-hint")}
            choices={far.map(({ groupId, name }) => ({ value: groupId, label: name }))}
            blank
          />
          <Button look="second" className="justify-self-start">
            {t("hub-groups.add")}
          </Button>
        </FormFrame>
      )}
    </Card>
  );
}
