import { redirect } from "@remix-run/node";
import { z } from "zod";
import { LOCALES } from "#app/domain/locale.ts";
import { door, safePath } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";

const LanguageForm = z.object({ locale: z.enum(LOCALES), next: z.string().default("/") });

/** The switch in every page's footer; the choice stays in this browser, and with the person once signed in. */
export const action = door(async ({ request, visit }) => {
  const form = await readForm(request, LanguageForm);
  if (!form.ok) return redirect("/");
  return redirect(safePath(form.value.next), {
    headers: { "Set-Cookie": await visit.cookies.locale.serialize(form.value.locale) },
  });
});

export const loader = door(async () => redirect("/"));
