import { RESET_CODE_HOURS } from "#app/domain/reset-code.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "./button.tsx";
import { TextField } from "./fields.tsx";
import { FormFrame } from "./form.tsx";
import { Page } from "./page.tsx";
import { SpokenOnce } from "./spoken-once.tsx";

type State = { errors: Record<string, string>; values: Record<string, string[]>; code?: string };

/** First the officer's own password, then, once, the code to read out. */
export function IssueResetCode({
  name,
  state,
  back,
}: {
  name: string;
  state: State | undefined;
  back: { to: string; label: string };
}) {
  const { t } = useWords();
  if (state?.code)
    return (
      <Page title={t("account.issue.ready", { name })} back={back} width="narrow">
        <SpokenOnce code={state.code} note={t("account.issue.once", { hours: RESET_CODE_HOURS })} />
        <p>{t("account.issue.then", { name })}</p>
      </Page>
    );
  return (
    <Page title={t("account.issue.for", { name })} lead={t("account.issue.lead", { name })} back={back} width="narrow">
      <FormFrame state={state}>
        <TextField
          name="ownPassword"
          label={t("account.issue.own")}
          hint={t("account.issue.own.hint")}
          type="password"
          autoComplete="current-password"
          maxLength={1000}
        />
        <Button wide>{t("account.issue.button")}</Button>
      </FormFrame>
    </Page>
  );
}
