import type { Assistant } from '../lib/assistant.ts';
import type { Report } from '../lib/report/report.ts';

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

/** For pages: requests wait until it is ready (instrumentation.ts), so its absence is a surprise. */
export function readyAssistant(): Assistant {
  const assistant = getAssistant();
  if (!assistant) throw new Error('A page was rendered before the assistant was ready');
  return assistant;
}

/** @param id as it stands in an address */
export function reportNamed(id: string): Report | undefined {
  return readyAssistant().reports.find((report) => report.id === decodeURIComponent(id));
}
