import type { Mail, MailProblem, MailSender } from "#app/adapters/messages/port.ts";
import { refuseInTransaction } from "./context.ts";

/** A mail server in memory: what it took, and whether it takes the next. */
export function mailbox(): MailSender & { taken: Mail[]; trouble: MailProblem | null } {
  const box = {
    taken: [] as Mail[],
    trouble: null as MailProblem | null,
    async send(mail: Mail) {
      refuseInTransaction();
      if (box.trouble) throw box.trouble;
      box.taken.push(mail);
      return { ref: `<${mail.key}@test>` };
    },
  };
  return box;
}
