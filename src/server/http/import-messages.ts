/** What the desk's import takes and gives, as the schemas that check it and describe it. */
import * as v from 'valibot';
import { importAnswers } from '../import/questions.ts';
import { fileSchema, importKinds } from './messages.ts';

const line = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Of one line: not this one, other words in some cells, or an answer to what was asked. */
const decisionSchema = v.strictObject({
  line,
  skip: v.optional(v.boolean(), false),
  cells: v.optional(v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.string(), v.maxLength(500))), {}),
  answers: v.optional(v.pipe(v.array(v.picklist(importAnswers)), v.maxLength(importAnswers.length)), []),
});
const decisionsSchema = v.pipe(v.array(decisionSchema), v.maxLength(5000));

export const deskImportRequestSchema = v.strictObject({
  files: v.partial(v.strictObject(v.entriesFromList(importKinds, fileSchema))),
  decisions: v.optional(v.partial(v.strictObject(v.entriesFromList(importKinds, decisionsSchema))), {}),
});

const who = v.object({ name: v.string(), door: v.nullable(v.string()) });
const previewLineSchema = v.object({
  line,
  what: v.picklist(['added', 'changed', 'same', 'refused', 'skipped']),
  ...who.entries,
  sentences: v.array(v.string()),
  asked: v.nullable(
    v.object({
      type: v.picklist(['cardTaken', 'elsewhere', 'left', 'notYours']),
      who: v.nullable(who),
      choices: v.array(v.picklist(importAnswers)),
    }),
  ),
  cells: v.nullable(v.record(v.string(), v.string())),
  differences: v.array(v.object({ field: v.string(), was: v.nullable(v.string()), is: v.nullable(v.string()) })),
});

export const deskImportResponseSchema = v.object({
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
      lines: v.array(previewLineSchema),
      remarks: v.array(v.object({ line: v.nullable(v.number()), sentence: v.string() })),
      missing: v.number(),
    }),
  ),
});
