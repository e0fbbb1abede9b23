import { Link } from "@remix-run/react";
import type { OpenTask } from "#app/domain/open-task.ts";
import { isOver, taskWords } from "#app/i18n/task-words.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge, Section } from "./page.tsx";
import { Sentence } from "./sentence.tsx";

export type TaskShown = Omit<OpenTask, "amount"> & { amount: number | null };

type TaskListProps = {
  tasks: TaskShown[];
  /** When the page was made: what is near is said by the clock. */
  nowMs: number;
  title?: string;
  /** What to say when nothing waits; without it the list is left out then. */
  none?: string;
};

/** What waits for somebody, each one tap from where it is done. */
export function TaskList({ tasks, nowMs, title, none }: TaskListProps) {
  const { t } = useWords();
  if (tasks.length === 0 && none === undefined) return null;
  return (
    <Section title={title ?? t("tasks.title")} id="tasks">
      {tasks.length === 0 ? <p className="text-quiet">{none}</p> : null}
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {tasks.map((task) => (
          <Task key={`${task.kind} ${task.path}`} task={task} nowMs={nowMs} />
        ))}
      </ul>
    </Section>
  );
}

function Task({ task, nowMs }: { task: TaskShown; nowMs: number }) {
  const { t, locale } = useWords();
  const { text, due } = taskWords(task, { t, locale, nowMs });
  return (
    <li className="grid">
      <Link
        to={task.path}
        className="flex min-h-11 items-center justify-between gap-3 rounded-card border border-line border-s-8 border-s-gold bg-card p-3 text-ink no-underline shadow-card hover:border-sea"
      >
        <span className="min-w-0">
          <span className="block font-semibold text-sea">
            <Sentence>{text}</Sentence>
          </span>
          {task.of ? <span className="block text-sm text-quiet">{task.of}</span> : null}
          {due ? (
            <span className="mt-1 block">
              <Badge tone={isOver(task.dueMs, nowMs) ? "bad" : "warn"}>{due}</Badge>
            </span>
          ) : null}
        </span>
        <span aria-hidden="true" className="text-xl text-sea">
          ›
        </span>
      </Link>
    </li>
  );
}
