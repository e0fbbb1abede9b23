import { redirect } from "@remix-run/node";
import { z } from "zod";
import { THEMES } from "#app/domain/display.ts";
import { door, safePath } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";

/** The foot of each page sends one of the two; the other stays as it was. */
const DisplayForm = z.object({
  theme: z.enum(THEMES).optional(),
  savesData: z.enum(["yes", "no"]).optional(),
  next: z.string().default("/"),
});

/** Light or dark, and whether to save data: kept in this browser, like the language. */
export const action = door(async ({ request, visit }) => {
  const form = await readForm(request, DisplayForm);
  if (!form.ok) return redirect("/");
  const { theme, savesData, next } = form.value;
  const display = {
    theme: theme ?? visit.display.theme,
    savesData: savesData ? savesData === "yes" : visit.display.savesData,
  };
  return redirect(safePath(next), { headers: { "Set-Cookie": await visit.cookies.display.serialize(display) } });
});

export const loader = door(async () => redirect("/"));
