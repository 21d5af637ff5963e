import * as v from 'valibot';

const FormsSchema = v.record(v.picklist(['zero', 'one', 'two', 'few', 'many', 'other']), v.string());

/** A catalogue as it travels: its keys are those of the build that it belongs to. */
export const WordsSchema = v.record(v.string(), v.union([v.string(), FormsSchema]));
