/**
 * Where an insight stands for whoever waits. Silence past the due date is `overdue`; neither it nor `postponed` is kept
 * anywhere: both follow from the day on which one looks.
 */
export const STANDINGS = [
  'overdue',
  'awaiting',
  'sent_back',
  'postponed',
  'agreed',
  'declined',
  'delivered',
  'told',
] as const;
export type Standing = (typeof STANDINGS)[number];
