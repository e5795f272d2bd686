import type { Assistant } from '../lib/assistant.ts';

/** The process's one assistant. Route handlers and instrumentation are bundled apart and share only globalThis. */
interface AssistantHolder {
  zhangwenAssistant?: Assistant;
}

const holder = globalThis as AssistantHolder;

export function setAssistant(assistant: Assistant): void {
  holder.zhangwenAssistant = assistant;
}

/** Undefined until the index is open and the models are warm. */
export function getAssistant(): Assistant | undefined {
  return holder.zhangwenAssistant;
}
