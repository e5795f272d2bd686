import { z } from 'zod';
import { LANGUAGES } from '../text/language.ts';
import { readOriginPattern } from './origin.ts';

const SECONDS_A_DAY = 86_400;

/** So many of something within so many seconds, counted from the first. */
const limitSchema = z.strictObject({
  questions: z.int().min(1).max(1_000_000),
  seconds: z.int().min(1).max(SECONDS_A_DAY),
});

// What a partner has unless the file says otherwise: a reader who thinks between questions never meets these
// limits, and a partner who has not thought about a day's costs is not surprised by them.
const DEFAULT_BUDGETS = {
  perAddress: { questions: 20, seconds: 60 },
  perSession: { questions: 100, seconds: 3_600 },
  questionsPerDay: 5_000,
  modelTokensPerDay: 2_000_000,
};

const budgetsSchema = z.strictObject({
  /** An IPv4 address or an IPv6 /64. Many readers may share one behind a company's gateway. */
  perAddress: limitSchema.default(DEFAULT_BUDGETS.perAddress),
  /** One visit of one reader. */
  perSession: limitSchema.default(DEFAULT_BUDGETS.perSession),
  questionsPerDay: z.int().min(0).default(DEFAULT_BUDGETS.questionsPerDay),
  modelTokensPerDay: z.int().min(0).default(DEFAULT_BUDGETS.modelTokensPerDay),
});

export const THEMES = ['auto', 'light', 'dark'] as const;
const POSITIONS = ['bottom-right', 'bottom-left'] as const;
export const COLOUR = /^#[0-9a-f]{6}$/i;

const lookSchema = z.strictObject({
  colour: z.string().regex(COLOUR, 'must be written like #1f6f5c').default('#1f4e79'),
  theme: z.enum(THEMES).default('auto'),
  position: z.enum(POSITIONS).default('bottom-right'),
  /** Undefined: the reader's. */
  language: z.enum(LANGUAGES).optional(),
  /** The first words in the frame; ours when there are none. */
  greeting: z.string().trim().max(300).optional(),
  /** What a reader may ask with one click; the page's own suggestions when there are none. */
  questions: z.array(z.string().trim().min(1).max(200)).max(6).default([]),
});

const originSchema = z.string().transform((text, context) => {
  try {
    return readOriginPattern(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

export const PARTNER_ID = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

export const partnerSchema = z.strictObject({
  /** Stands in addresses. */
  id: z.string().regex(PARTNER_ID, 'must be 1 to 40 of a-z, 0-9 and -, not at the ends'),
  name: z.string().trim().min(1).max(80),
  origins: z.array(originSchema).min(1).max(50),
  enabled: z.boolean().default(true),
  /** Where a citation opens: within the frame, or in a new tab on our own site. */
  citations: z.enum(['frame', 'host']).default('frame'),
  look: lookSchema.prefault({}),
  budgets: budgetsSchema.prefault({}),
});

export const partnersSchema = z.strictObject({ partners: z.array(partnerSchema) });

/** A site that may show the assistant on its pages. */
export type Partner = z.infer<typeof partnerSchema>;
/** A partner as an operator writes it: what is left out has a default. */
export type PartnerEntry = z.input<typeof partnerSchema>;
