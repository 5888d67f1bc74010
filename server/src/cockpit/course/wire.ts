import { z } from 'zod';
import { KeyResultView } from '#cockpit/course/key-results/wire.ts';
import { ForecastView, RecordView } from '#cockpit/course/pace/wire.ts';
import { ObjectiveLine } from '#cockpit/course/objectives/wire.ts';
import { VisionView } from '#cockpit/course/visions/wire.ts';

/** `forecast`: of its day, once a week; null while there is none, and once it is over. */
export const CourseKeyResult = KeyResultView.extend({ forecast: ForecastView.nullable() });
export type CourseKeyResult = z.output<typeof CourseKeyResult>;

/** `mandates`: how many the field has said yes to and are under way today. */
export const CourseObjective = ObjectiveLine.extend({ keyResults: z.array(CourseKeyResult), mandates: z.int() });
export type CourseObjective = z.output<typeof CourseObjective>;

/** The vision, and every objective with its key results, as they were measured last; nothing older than a day unless it cannot be. */
export const CourseView = z.object({
  /** The day in the workspace's zone for which paces are told. */
  today: z.iso.date(),
  vision: VisionView,
  /** By horizon; those that ended are among them. */
  objectives: z.array(CourseObjective),
  /** How forecasts of this workspace did so far. */
  record: RecordView,
  can: z.object({ create: z.boolean() }),
});
export type CourseView = z.output<typeof CourseView>;

/** One thing that happened to the objective or to one of its key results. */
export const CourseEvent = z.object({
  number: z.int(),
  at: z.iso.datetime(),
  /** One of `AuditAction`. */
  action: z.string(),
  by: z.string().nullable(),
  why: z.string().nullable(),
  /** What it is about: the name of a figure for a key result; null for the objective. */
  about: z.string().nullable(),
});
export type CourseEvent = z.output<typeof CourseEvent>;

/** What feeds an objective: what the field was asked to do for it, and what came up for it. */
const Feeds = z.object({
  mandates: z.array(
    z.object({
      id: z.uuid(),
      intention: z.string(),
      state: z.enum(['given', 'accepted', 'discussed', 'active', 'done', 'judged']),
      host: z.string(),
      untilDay: z.iso.date(),
      effortHours: z.number(),
      /** Written down so far, of so many acts. */
      minutes: z.int(),
      acts: z.int(),
    }),
  ),
  /** Submitted ones, with the last answer; null while there is none. */
  insights: z.array(
    z.object({
      id: z.uuid(),
      statement: z.string(),
      due: z.iso.date().nullable(),
      answer: z.enum(['yes', 'no', 'later', 'need_more']).nullable(),
    }),
  ),
});
export type Feeds = z.output<typeof Feeds>;

/** One objective with all that was measured for it (the last 400 readings of each key result), and what happened. */
export const ObjectivePage = CourseObjective.extend({
  today: z.iso.date(),
  record: RecordView,
  feeds: Feeds,
  /** The newest first. */
  events: z.array(CourseEvent),
});
export type ObjectivePage = z.output<typeof ObjectivePage>;

/** How many key results were measured again. */
export const Measured = z.object({ readings: z.int() });
