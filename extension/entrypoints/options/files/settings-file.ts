import * as v from 'valibot';
import { HistorySchema, ServerOriginSchema } from '#shared/schema/history.ts';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import { ChosenSiteSchema, HostSchema } from '#shared/schema/site.ts';
import { SoundSettingsSchema } from '#shared/schema/sound.ts';
import { LANGUAGES } from '#shared/schema/view.ts';
import { KEPT_VOICES_MAX, KeptVoicesSchema } from '#shared/schema/voices.ts';

/** Bytes; what a person could ever have set is far below. */
export const FILE_MAX = 1_000_000;
export const FILE_VERSION = 1;
/** More than anybody has, and few enough to keep. */
const MANY = 200;

const Hosts = v.pipe(v.array(HostSchema), v.maxLength(MANY));
const Unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const BarPartSchema = v.object({
  always: v.boolean(),
  collapsed: v.boolean(),
  hiddenOn: Hosts,
  offOn: Hosts,
});
/** Devices go by names that another browser does not know. */
const SoundPartSchema = v.partial(v.omit(SoundSettingsSchema, ['output', 'input']));
const PrivacyPartSchema = v.partial(
  v.object({ shown: v.boolean(), ahead: v.boolean(), keepsHistory: v.boolean() }),
);

/** All that a person sets in Perch and can take along: no session, no token, nothing of an account. */
const SettingsSchema = v.object({
  server: ServerOriginSchema,
  servers: v.pipe(v.array(ServerOriginSchema), v.maxLength(MANY)),
  sites: v.pipe(v.array(ChosenSiteSchema), v.maxLength(MANY)),
  /** Null follows the browser. */
  language: v.nullable(v.picklist(LANGUAGES)),
  bar: BarPartSchema,
  sound: SoundPartSchema,
  volume: Unit,
  /** How loud people are wanted; it names nobody. */
  voices: v.pipe(KeptVoicesSchema, v.maxLength(KEPT_VOICES_MAX)),
  mastodon: v.union([v.literal(''), HostNameSchema]),
  privacy: PrivacyPartSchema,
  history: HistorySchema,
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

const MARK = 'settings';
const HeadSchema = v.object({
  perch: v.literal(MARK),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const FileSchema = v.object({ settings: v.partial(SettingsSchema) });

/** What a settings file says; what it leaves out is to stay as it is. */
export type Given = v.InferOutput<typeof FileSchema>['settings'];
export type BadFile = 'stranger' | 'newer' | 'big' | 'unread' | 'unkept';
export type ReadFile = { given: Given; fault: null } | { given: null; fault: BadFile };

const refused = (fault: BadFile): ReadFile => ({ given: null, fault });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It is no JSON, and so nothing of ours.
    return null;
  }
}

/** What a file holds, or why it is not taken: all of it must be as Perch writes it. */
export function readSettings(text: string): ReadFile {
  if (text.length > FILE_MAX) return refused('big');
  const written = parseJson(text);
  const head = v.safeParse(HeadSchema, written);
  if (!head.success) return refused('stranger');
  if (head.output.version > FILE_VERSION) return refused('newer');
  const file = v.safeParse(FileSchema, written);
  return file.success ? { given: file.output.settings, fault: null } : refused('stranger');
}

/** The text of a file that another Perch takes in. */
export function writeSettings(settings: Given): string {
  return `${JSON.stringify({ perch: MARK, version: FILE_VERSION, settings }, null, 2)}\n`;
}
