/** What the server says of lists that are read in: a line at a time, what would become of it. Reads no file itself. */
import * as v from 'valibot';

export const importKinds = ['residents', 'programme', 'scooters', 'staff', 'menu'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What can be answered where a line asks something. */
export const importChoices = ['withoutCard', 'moved', 'other', 'back', 'asVolunteer'] as const;
export type ImportChoice = (typeof importChoices)[number];

const who = v.object({ name: v.string(), door: v.nullable(v.string()) });
const text = v.nullable(v.string());
const lineSchema = v.object({
  /** Of the file, from 1. */
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  what: v.picklist(['added', 'changed', 'same', 'refused', 'skipped']),
  ...who.entries,
  sentences: v.array(v.string()),
  asked: v.nullable(
    v.object({
      type: v.picklist(['cardTaken', 'elsewhere', 'left', 'notYours']),
      who: v.nullable(who),
      choices: v.array(v.picklist(importChoices)),
    }),
  ),
  cells: v.nullable(v.record(v.string(), v.string())),
  differences: v.array(v.object({ field: v.string(), was: text, is: text })),
});
export type ImportLine = v.InferOutput<typeof lineSchema>;

export const importPreviewSchema = v.object({
  /** Whether it has been done; while something is undecided nothing is. */
  applied: v.boolean(),
  /** Lines and files that wait for a decision. */
  undecided: v.pipe(v.number(), v.integer(), v.minValue(0)),
  files: v.array(
    v.object({
      kind: v.picklist(importKinds),
      name: v.string(),
      count: v.number(),
      problems: v.array(v.string()),
      headings: v.array(v.object({ name: v.string(), label: v.string() })),
      lines: v.array(lineSchema),
      remarks: v.array(v.object({ line: v.nullable(v.number()), sentence: v.string() })),
      missing: v.number(),
    }),
  ),
});
export type ImportPreview = v.InferOutput<typeof importPreviewSchema>;
export type PreviewedFile = ImportPreview['files'][number];
