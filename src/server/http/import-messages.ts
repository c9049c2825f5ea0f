/** What the desk's import takes, as the schemas that check it and describe it. */

import * as v from 'valibot';
import { importChoices, importKinds } from '../../domain/import-preview.ts';
import { fileSchema } from './messages.ts';

const line = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Of one line: not this one, other words in some cells, or an answer to what was asked. */
const decisionSchema = v.strictObject({
  line,
  skip: v.optional(v.boolean(), false),
  cells: v.optional(v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.string(), v.maxLength(500))), {}),
  answers: v.optional(v.pipe(v.array(v.picklist(importChoices)), v.maxLength(importChoices.length)), []),
});
const decisionsSchema = v.pipe(v.array(decisionSchema), v.maxLength(5000));

export const deskImportRequestSchema = v.strictObject({
  files: v.partial(v.strictObject(v.entriesFromList(importKinds, fileSchema))),
  decisions: v.optional(v.partial(v.strictObject(v.entriesFromList(importKinds, decisionsSchema))), {}),
});
