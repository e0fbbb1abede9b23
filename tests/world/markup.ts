/** Just enough HTML for our own pages, which React wrote: attributes are always quoted. */

export type FormField = { name: string; type: string; value: string; choices: string[] };
export type PageForm = { method: string; action: string; multipart: boolean; fields: FormField[] };

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

export function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`, "i").exec(tag);
  return found ? decode(found[1] ?? "") : null;
}

/** Every form of a page, with what its fields hold; `at` is the page's own address. */
export function formsOf(html: string, at: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = "", inside = ""]) => ({
    method: (attribute(` ${head}`, "method") ?? "get").toLowerCase(),
    action: attribute(` ${head}`, "action") ?? at,
    multipart: attribute(` ${head}`, "encType") === "multipart/form-data",
    fields: fieldsOf(inside),
  }));
}

function fieldsOf(inside: string): FormField[] {
  const fields: FormField[] = [];
  for (const [whole, kind = "", head = ""] of inside.matchAll(/<(input|select|textarea|button)\b([^>]*)>/g)) {
    const name = attribute(` ${head}`, "name");
    if (!name) continue;
    const rest = inside.slice(inside.indexOf(whole) + whole.length);
    if (kind === "select") fields.push(selectOf(name, rest));
    else if (kind === "textarea") fields.push({ name, type: kind, value: textOf(rest, "textarea"), choices: [] });
    else fields.push({ name, type: typeOf(kind, head), value: attribute(` ${head}`, "value") ?? "", choices: [] });
  }
  return fields;
}

function typeOf(kind: string, head: string): string {
  return kind === "button" ? "submit" : (attribute(` ${head}`, "type") ?? "text");
}

function textOf(rest: string, tag: string): string {
  return decode(rest.slice(0, Math.max(0, rest.indexOf(`</${tag}>`))));
}

function selectOf(name: string, rest: string): FormField {
  const options = [...rest.slice(0, Math.max(0, rest.indexOf("</select>"))).matchAll(/<option\b([^>]*)>/g)];
  const choices = options.map(([, head = ""]) => attribute(` ${head}`, "value") ?? "");
  const chosen = options.findIndex(([, head = ""]) => /\sselected/.test(head));
  return { name, type: "select", value: choices[Math.max(0, chosen)] ?? "", choices };
}

/** Where a page leads on this site: paths with their query, without the fragment. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="([^"#]*)/g)]
    .map(([, href]) => decode(href ?? ""))
    .filter((href) => href.startsWith("/") && !href.startsWith("//"));
}

/** A form as somebody would send it who changed nothing: the first button, ticked boxes left out. */
export function filledIn({ fields }: PageForm): [string, string][] {
  const seen = new Set<string>();
  const kept: [string, string][] = [];
  for (const { name, type, value } of fields) {
    if (type === "file" || type === "checkbox") continue;
    if ((type === "radio" || type === "submit") && seen.has(name)) continue;
    seen.add(name);
    kept.push([name, value]);
  }
  return kept;
}
