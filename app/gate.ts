import { Gate } from '../lib/partners/gate.ts';
import { MemoryBudgetStore } from '../lib/partners/memory-budget-store.ts';
import { PartnerRegister } from '../lib/partners/partner-register.ts';
import { tokenSecret } from '../lib/partners/token-secret.ts';
import { readSettings, type Settings } from '../lib/settings.ts';

/** The process's one gate. Pages, route handlers and the proxy are bundled apart and share only globalThis. */
interface GateHolder {
  zhangwenGate?: Promise<Gate>;
}

const holder = globalThis as GateHolder;

/** Opened when it is first needed, or at the start. */
export function getGate(): Promise<Gate> {
  holder.zhangwenGate ??= openGate(readSettings());
  return holder.zhangwenGate;
}

/** Instructions and question, besides passages and answer; and as much again where a follow-up is completed first. */
const TOKENS_AROUND = 3_000;

export async function openGate(settings: Settings): Promise<Gate> {
  const { partnersFile, dataDirectory, publicUrl, trustedProxies, languageModel } = settings;
  return new Gate({
    partners: await PartnerRegister.open(partnersFile, ({ message }) =>
      console.error(`The partners were not taken up.\n${message}`),
    ),
    store: new MemoryBudgetStore(),
    secret: await tokenSecret(dataDirectory, settings.tokenSecret),
    publicUrl,
    trustedProxies,
    tokensAQuestion: languageModel ? tokensAQuestion(languageModel) : 0,
  });
}

function tokensAQuestion({ passageTokens, answerTokens }: NonNullable<Settings['languageModel']>): number {
  return passageTokens + answerTokens + TOKENS_AROUND;
}
