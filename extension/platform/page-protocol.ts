import * as v from 'valibot';
import { PERSON_ACTIONS, type PersonAction } from '#shared/policy/policy.ts';
import {
  InvitationAnswerSchema,
  NothingSchema,
  ReactRequestSchema,
  SettingsRequestSchema,
  ShownRequestSchema,
  SpeakRequestSchema,
  StartRequestSchema,
} from '#shared/schema/api.ts';
import { ChosenSiteSchema, HostSchema } from '#shared/schema/site.ts';
import { RecapSchema } from '#shared/schema/recap.ts';
import { BlockRequestSchema, BlockSchema, ReportRequestSchema } from '#shared/schema/safety.ts';
import { VoiceVolumeSchema } from '#shared/schema/sound.ts';
import { ParticipantIdSchema, SpaceIdSchema, SpaceSchema } from '#shared/schema/space.ts';
import { ReactionCountSchema, StageAnswerSchema } from '#shared/schema/stage.ts';
import { OutcomeSchema, StageViewSchema } from '#shared/schema/view.ts';
import { found } from './protocol.ts';

const PersonActionSchema = v.picklist(Object.keys(PERSON_ACTIONS) as PersonAction[]);

const Address = v.pipe(v.string(), v.maxLength(300));

/** A command that is done, or fails with a fault. */
export const verb = <Request extends v.GenericSchema>(request: Request) =>
  ({ from: 'page', request, reply: OutcomeSchema }) as const;

/** What only our own pages ask for; verbs about a Space mean the one the person is in. The bar does without its weight. */
export const PAGE_PROTOCOL = {
  /** The popup has opened: make the media host now, so that the click does not pay for it. */
  'background:warm': verb(NothingSchema),
  'background:openOptions': verb(NothingSchema),
  /** The tab that asks for the microphone; `check` when the person wants to see how it does. */
  'background:openMicrophone': verb(v.strictObject({ check: v.optional(v.boolean()) })),
  /** Checks an address and, when it is a Perch server, keeps it. */
  'background:server': verb(v.strictObject({ url: v.string() })),
  /** A Space at any server, from its share page under the popup; one that is not known must be a Perch server. Adds nothing. */
  'background:look': {
    from: 'page',
    request: v.strictObject({ server: Address, spaceId: SpaceIdSchema }),
    reply: found(SpaceSchema),
  },
  /** Checks a server and adds it to those whose Spaces can be read and joined. */
  'background:addServer': verb(v.strictObject({ server: Address })),
  /** Leaves a Space there first. */
  'background:removeServer': verb(v.strictObject({ server: Address })),
  'background:host': verb(StartRequestSchema),
  'background:end': verb(NothingSchema),
  'background:microphone': verb(v.strictObject({ on: v.boolean() })),
  /** The browser is asking the person about this site now, and may close whoever asked; null takes that back. */
  'background:wishSite': verb(v.strictObject({ site: v.nullable(ChosenSiteSchema) })),
  'background:removeSite': verb(v.strictObject({ host: HostSchema })),

  'background:stage': { from: 'page', request: NothingSchema, reply: StageViewSchema },
  /** Null but after the end of a Space. */
  'background:recap': { from: 'page', request: NothingSchema, reply: v.nullable(RecapSchema) },
  'background:request': verb(SpeakRequestSchema),
  'background:cancelRequest': verb(NothingSchema),
  'background:invitation': verb(InvitationAnswerSchema),
  'background:react': verb(ReactRequestSchema),
  'background:show': verb(ShownRequestSchema),
  'background:leaveStage': verb(NothingSchema),
  'background:muteAll': verb(NothingSchema),
  'background:person': verb(v.strictObject({ pid: ParticipantIdSchema, action: PersonActionSchema })),
  'background:muteForMe': verb(v.strictObject({ pid: ParticipantIdSchema, on: v.boolean() })),
  /** How loud somebody on stage is wanted, for the person alone. */
  'background:voice': verb(v.strictObject({ pid: ParticipantIdSchema, volume: VoiceVolumeSchema })),
  'background:settings': verb(SettingsRequestSchema),
  'background:report': verb(ReportRequestSchema),
  'background:block': verb(BlockRequestSchema),
  'background:unblock': verb(v.strictObject({ id: v.string() })),
  'background:blocks': { from: 'page', request: NothingSchema, reply: found(v.array(BlockSchema)) },
  'background:preview': {
    from: 'page',
    request: v.strictObject({ spaceId: SpaceIdSchema, server: v.optional(Address) }),
    reply: found(StageAnswerSchema),
  },

  'popup:stage': { from: 'page', request: StageViewSchema, reply: NothingSchema },
  'popup:reactions': {
    from: 'page',
    request: v.strictObject({ items: v.array(ReactionCountSchema) }),
    reply: NothingSchema,
  },
} as const;
