'use client';
import { createContext, type ReactNode, use } from 'react';
import type { Language } from '../../lib/text/language.ts';
import type { PageWording } from '../../lib/wording/zh-page.ts';

export interface Interface {
  readonly language: Language;
  /** Of that language only: the others need not travel. */
  readonly wording: PageWording;
}

const InterfaceContext = createContext<Interface | undefined>(undefined);

/** The language and the words of everything within. */
export function InterfaceProvider({ children, ...value }: Interface & { children: ReactNode }) {
  return <InterfaceContext value={value}>{children}</InterfaceContext>;
}

export function useWording(): PageWording {
  return useInterface().wording;
}

export function useInterface(): Interface {
  const value = use(InterfaceContext);
  if (!value) throw new Error('Components with words stand within an InterfaceProvider');
  return value;
}
