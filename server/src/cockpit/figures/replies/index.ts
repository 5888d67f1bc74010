import type { Figure } from '#cockpit/figures/index.ts';
import {
  FIRST_RESPONSE_TIME,
  MEMBER_ANSWERED_SHARE,
  REPLY_COVERAGE_7D,
  SOLO_THREADS,
  UNANSWERED,
  UNANSWERED_AGES,
} from './model.ts';
import {
  ageClasses,
  answerTimes,
  coverage,
  firstByMember,
  firstRepliers,
  responseTime,
  solo,
  unanswered,
} from './rules.ts';

export { unansweredPage } from './model.ts';

const ofWindow = <Row extends { readonly w?: unknown }>(rows: readonly Row[]): Row[] =>
  rows.filter((row) => row.w === 0);

/** Whether, how soon and by whom those who open a thread are answered. */
export const REPLY_FIGURES: readonly Figure[] = [
  { ...REPLY_COVERAGE_7D, finish: coverage },
  {
    ...FIRST_RESPONSE_TIME,
    finish: responseTime,
    detail: {
      questions: [FIRST_RESPONSE_TIME],
      shape: ([rows = []]) => {
        const times = answerTimes(ofWindow(rows));
        return times.threads === 0 ? undefined : times;
      },
    },
  },
  {
    ...UNANSWERED,
    finish: unanswered,
    detail: { questions: [UNANSWERED_AGES], shape: ([rows = []]) => ageClasses(ofWindow(rows)) },
  },
  {
    ...MEMBER_ANSWERED_SHARE,
    finish: firstByMember,
    detail: {
      questions: [MEMBER_ANSWERED_SHARE],
      shape: ([rows = []], about) => firstRepliers(rows, about),
    },
  },
  { ...SOLO_THREADS, finish: solo },
];
