import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { PhoneField } from "#app/ui/number-fields.tsx";
import { Card } from "#app/ui/page.tsx";

type Props = {
  keepers: { personId: string; name: string; phone: string | null }[];
  state: { errors: Record<string, string>; values: Record<string, string[]> } | undefined;
};

/** Who keeps a hub or a pick-up point, by phone. */
export function Keepers({ keepers, state }: Props) {
  const { t } = useWords();
  return (
    <Card className="grid gap-4">
      <h2>{t("operate.hub.keepers")}</h2>
      {keepers.length === 0 ? <p>{t("operate.hubs.no-keeper")}</p> : null}
      <ul className="grid gap-2">
        {keepers.map((keeper) => (
          <li key={keeper.personId} className="flex items-center justify-between gap-3">
            <span>
              {keeper.name} <span className="whitespace-nowrap text-sm text-quiet">{keeper.phone}</span>
            </span>
            <FormFrame className="contents">
              <input type="hidden" name="intent" value="drop-keeper" />
              <input type="hidden" name="personId" value={keeper.personId} />
              <Button
                look="quiet"
                className="shrink-0"
                aria-label={t("operate.hub.drop-keeper", { name: keeper.name })}
              >
                {t("form.remove")}
              </Button>
            </FormFrame>
          </li>
        ))}
      </ul>
      <FormFrame state={state} className="grid gap-4">
        <input type="hidden" name="intent" value="keeper" />
        <PhoneField
          name="phone"
          label={t("operate.hub.keeper-phone")}
          hint={t("operate.hub.keeper-phone-hint")}
          isOwn={false}
        />
        <Button look="second" className="justify-self-start">
          {t("operate.hub.add-keeper")}
        </Button>
      </FormFrame>
    </Card>
  );
}
