import { z } from 'zod';
import type { LanguageModelOptions } from './models/language-model.ts';
import type { ModelService } from './models/openai-compatible.ts';

const seconds = z.coerce.number().positive().max(600);
const tokens = z.coerce.number().int().positive();

const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('data'),
  PARTNERS_FILE: z.string().min(1).default('partners.json'),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  DEMO_PORT: z.coerce.number().int().min(1).max(65_535).default(3001),
  TOKEN_SECRET: z.string().min(32).optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  CHAT_MODEL: z.string().optional(),
  CHAT_PROTOCOL: z.enum(['chat-completions', 'responses']).default('chat-completions'),
  CHAT_FIRST_SECONDS: seconds.default(10),
  CHAT_PAUSE_SECONDS: seconds.default(10),
  CHAT_WHOLE_SECONDS: seconds.default(60),
  CHAT_TOKENS_PER_MINUTE: tokens.default(200_000),
  CHAT_TOKENS_PER_DAY: tokens.default(5_000_000),
  CHAT_PASSAGE_TOKENS: tokens.default(3_500),
  CHAT_ANSWER_TOKENS: tokens.default(1_200),
  EMBEDDING_MODEL: z.string().optional(),
});
type Environment = z.infer<typeof settingsSchema>;

/** What the environment may say, validated. .env.example explains each. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end; undefined where it follows from host and port. */
  readonly publicUrl: string | undefined;
  readonly dataDirectory: string;
  /** Who may show the assistant on their pages. */
  readonly partnersFile: string;
  /** How many proxies before this server are believed about a visitor's address. */
  readonly trustedProxies: number;
  /** Where the stand-in for a partner's site is served. */
  readonly demoPort: number;
  /** What frames' tokens are signed with; undefined where one is made and kept in the data directory. */
  readonly tokenSecret: string | undefined;
  /** Where the bundled embedding model lies. */
  readonly modelDirectory: string;
  /** What is indexed when an ingest names nothing else. */
  readonly corpus: string;
  /** Questions that no report answers. */
  readonly backgroundQuestions: string;
  /** Who writes; undefined where answers are made of the report's own sentences. */
  readonly languageModel?: LanguageModelOptions;
  /** A service's embedding model instead of the bundled one. */
  readonly embeddings?: { readonly service: ModelService; readonly model: string };
}

/** A setting that cannot be used. The message names it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** @throws SettingsError naming the first variable that is wrong. An empty variable counts as not set. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    // A secret that is nearly right must not end up in a log.
    const value = name.endsWith('_SECRET') ? '…' : (given[name] ?? '');
    throw new SettingsError(`${name}=${value} is not usable: ${issue?.message}. See .env.example`);
  }
  const { PORT, HOST, PUBLIC_URL, DATA_DIR, PARTNERS_FILE, TRUSTED_PROXIES, DEMO_PORT, TOKEN_SECRET } =
    parsed.data;
  return {
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, ''),
    dataDirectory: DATA_DIR,
    partnersFile: PARTNERS_FILE,
    trustedProxies: TRUSTED_PROXIES,
    demoPort: DEMO_PORT,
    tokenSecret: TOKEN_SECRET,
    modelDirectory: 'models/bge-small-zh-v1.5',
    corpus: 'corpus',
    backgroundQuestions: 'models/background-questions.jsonl',
    ...modelSettings(parsed.data),
  };
}

function modelSettings(environment: Environment): Pick<Settings, 'languageModel' | 'embeddings'> {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, CHAT_MODEL, EMBEDDING_MODEL } = environment;
  if ((CHAT_MODEL || EMBEDDING_MODEL) && !OPENAI_API_KEY && !OPENAI_BASE_URL) {
    throw new SettingsError(
      `${CHAT_MODEL ? 'CHAT_MODEL' : 'EMBEDDING_MODEL'} needs OPENAI_API_KEY, or OPENAI_BASE_URL for a service that asks for no key. See .env.example`,
    );
  }
  const service = { baseUrl: OPENAI_BASE_URL?.replace(/\/+$/, ''), apiKey: OPENAI_API_KEY };
  return {
    ...(CHAT_MODEL && { languageModel: languageModel(environment, service, CHAT_MODEL) }),
    ...(EMBEDDING_MODEL && { embeddings: { service, model: EMBEDDING_MODEL } }),
  };
}

function languageModel(environment: Environment, service: ModelService, model: string): LanguageModelOptions {
  return {
    service,
    model,
    protocol: environment.CHAT_PROTOCOL,
    limits: {
      first: environment.CHAT_FIRST_SECONDS * 1000,
      pause: environment.CHAT_PAUSE_SECONDS * 1000,
      whole: environment.CHAT_WHOLE_SECONDS * 1000,
    },
    budget: { perMinute: environment.CHAT_TOKENS_PER_MINUTE, perDay: environment.CHAT_TOKENS_PER_DAY },
    passageTokens: environment.CHAT_PASSAGE_TOKENS,
    answerTokens: environment.CHAT_ANSWER_TOKENS,
  };
}

/** Whether errors show their stack traces. */
export function debugRequested(): boolean {
  return Boolean(process.env.DEBUG);
}
