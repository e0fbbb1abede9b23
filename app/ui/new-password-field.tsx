import { PASSWORD_MIN_SIGNS } from "#app/domain/password.ts";
import { useWords } from "#app/i18n/words.tsx";
import { TextField } from "./fields.tsx";

/** Where somebody chooses a password: browsers and password managers may make one and fill it in. */
export function NewPasswordField({ name, label }: { name: string; label: string }) {
  const { t } = useWords();
  return (
    <TextField
      name={name}
      label={label}
      hint={t("account.password.hint", { least: PASSWORD_MIN_SIGNS })}
      type="password"
      autoComplete="new-password"
      maxLength={1000}
    />
  );
}
