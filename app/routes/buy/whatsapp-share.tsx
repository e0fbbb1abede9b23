import { buttonClass } from "#app/ui/button.tsx";
import { whatsAppLink } from "#app/web/share.ts";

export function WhatsAppShare({ label, text }: { label: string; text: string }) {
  return (
    <a href={whatsAppLink(text)} rel="noopener" className={buttonClass("second", true)}>
      {label}
    </a>
  );
}
