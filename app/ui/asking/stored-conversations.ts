import type { ChatMessage } from '../../chat-message.ts';

/** A conversation as this browser keeps it. */
export interface StoredConversation {
  readonly id: string;
  readonly title: string;
  /** Limited to this report. */
  readonly report?: string | undefined;
  /** Milliseconds since 1970. */
  readonly updated: number;
  readonly messages: readonly ChatMessage[];
}

/** What the list shows of it. */
export type ListedConversation = Omit<StoredConversation, 'messages'>;

const LIST_KEY = 'zhangwen.conversations';
const bodyKey = (id: string) => `zhangwen.conversation.${id}`;
const NONE: readonly ListedConversation[] = [];

/** Tells this page's own listeners; other pages of the browser get `storage` events. */
const changes = new EventTarget();

export function newConversationId(): string {
  return Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
}

/** Latest first. The same array until something changes, as useSyncExternalStore needs it. */
export function listConversations(): readonly ListedConversation[] {
  const text = read(LIST_KEY);
  if (text !== listed.text) listed = { text, list: parse<ListedConversation[]>(text) ?? NONE };
  return listed.list;
}
let listed: { text: string | null; list: readonly ListedConversation[] } = { text: null, list: NONE };

export function noConversations(): readonly ListedConversation[] {
  return NONE;
}

export function loadConversation(id: string): StoredConversation | undefined {
  return parse<StoredConversation>(read(bodyKey(id)));
}

/** False where the browser keeps nothing or has no room left. A title once given stays. */
export function saveConversation(conversation: StoredConversation): boolean {
  const { messages: _, ...entry } = conversation;
  const others = listConversations().filter(({ id }) => id !== conversation.id);
  const title = listConversations().find(({ id }) => id === conversation.id)?.title ?? conversation.title;
  return (
    write(bodyKey(conversation.id), JSON.stringify({ ...conversation, title })) &&
    writeList([{ ...entry, title }, ...others])
  );
}

export function renameConversation(id: string, title: string): void {
  writeList(listConversations().map((entry) => (entry.id === id ? { ...entry, title } : entry)));
}

export function deleteConversations(ids: readonly string[]): void {
  for (const id of ids) localStorage.removeItem(bodyKey(id));
  writeList(listConversations().filter(({ id }) => !ids.includes(id)));
}

export function onConversationsChange(onChange: () => void): () => void {
  addEventListener('storage', onChange);
  changes.addEventListener('change', onChange);
  return () => {
    removeEventListener('storage', onChange);
    changes.removeEventListener('change', onChange);
  };
}

function writeList(list: readonly ListedConversation[]): boolean {
  const written = write(LIST_KEY, JSON.stringify(list));
  changes.dispatchEvent(new Event('change'));
  return written;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function parse<T>(text: string | null): T | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
